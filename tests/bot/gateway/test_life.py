"""How the process lives and ends: health, metrics, watchdog, drain, and lines instead of tracebacks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.gateway.pulse import GIVEN_UP, Pulse, Watchdog
from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

ANNA, BEN = 7000000011, 7000000022


@pytest.fixture
def short(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> Iterator[GatewayProcess]:
    """A gateway whose watchdog waits two seconds."""
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url, WATCHDOG_SECONDS="2") as process:
        yield process


def test_a_process_whose_polling_ended_ends_itself_and_says_why(
    telegram: TelegramServer, short: GatewayProcess
) -> None:
    telegram.fail("getUpdates", times=1000, status=401)  # after this error python-telegram-bot asks no more
    telegram.write(ANNA, "hello")
    assert short.ended(20) == GIVEN_UP
    assert "updates stopped arriving for 2 s" in short.said()


def test_a_process_whose_polling_meets_errors_lives_on(telegram: TelegramServer, short: GatewayProcess) -> None:
    telegram.fail("getUpdates", times=1, status=502)
    telegram.fail("getUpdates", times=1, drop="before")
    telegram.write(ANNA, "hello")
    telegram.wait_for_messages(1, seconds=30)


def test_a_process_to_which_nobody_writes_lives_on(telegram: TelegramServer, short: GatewayProcess) -> None:
    polls = telegram.state.polls
    telegram.wait(lambda: telegram.state.polls >= polls + 4)
    telegram.write(ANNA, "hello")
    telegram.wait_for_messages(1)


def test_the_watchdog_barks_even_when_the_loop_hangs() -> None:
    import threading

    ended = threading.Event()
    statuses: list[int] = []

    def end(status: int) -> None:
        statuses.append(status)
        ended.set()

    watchdog = Watchdog(Pulse(), 0.05, end)
    watchdog.start()
    assert ended.wait(10)  # nothing of this test's thread helps it
    assert statuses == [GIVEN_UP]


def test_a_pulse_that_beats_is_never_silent_for_long() -> None:
    now = [0.0]
    pulse = Pulse(lambda: now[0])
    now[0] = 80
    assert pulse.silent_seconds() == 80
    pulse.beat()
    assert pulse.silent_seconds() == 0


def test_sigterm_finishes_what_was_begun_and_loses_nothing(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.delay = 1.0
    telegram.write(ANNA, "one")
    telegram.wait(lambda: bool(rasa.asked))
    assert gateway.terminate() == 0
    assert telegram.texts(ANNA) == ["You said: one"]
    with closing(sqlite3.connect(gateway.folder / "gateway.db")) as connection:
        assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM inbox WHERE NOT done").fetchone() == (0,)


def test_what_cannot_be_finished_in_time_waits_for_the_next_start(
    telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path
) -> None:
    more = {"DRAIN_SECONDS": "0.2", "RASA_DEADLINE": "30"}
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url, **more) as process:
        rasa.delay = 20
        telegram.write(ANNA, "one")
        telegram.wait(lambda: bool(rasa.asked))
        assert process.terminate(10) == 0
        rasa.delay = 0
        process.start()
        telegram.wait_for_messages(1)
        assert telegram.texts(ANNA) == ["You said: one"]


def test_health_says_what_is_wrong(gateway: GatewayProcess) -> None:
    with urlopen(f"http://127.0.0.1:{gateway.health_port}/healthz", timeout=5) as answer:
        assert json.load(answer) == {"status": "well", "faults": []}


def test_it_is_not_called_well_before_it_answers(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> None:
    telegram.fail("getMe", times=1000, status=502)
    process = GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url)
    with process.started_without_waiting():
        telegram.wait(lambda: "cannot be reached" in process.said())
        with pytest.raises(HTTPError) as caught:
            urlopen(f"http://127.0.0.1:{process.health_port}/healthz", timeout=5)
        assert caught.value.code == 503
        assert json.load(caught.value)["faults"][0].startswith("starting")


def test_a_database_that_is_locked_makes_it_ill_and_loses_nothing(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    other = sqlite3.connect(gateway.folder / "gateway.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    telegram.write(ANNA, "one")
    with pytest.raises(HTTPError) as caught:
        urlopen(f"http://127.0.0.1:{gateway.health_port}/healthz", timeout=30)
    assert caught.value.code == 503
    assert "the database does not answer" in json.load(caught.value)["faults"][0]
    assert telegram.state.updates, "Telegram must keep what the database did not take"
    other.execute("ROLLBACK")
    other.close()
    telegram.wait_for_messages(1, seconds=30)
    assert telegram.texts(ANNA) == ["You said: one"]


def test_the_metrics_tell_how_it_goes_and_nothing_of_whom(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    telegram.write(ANNA, "private words")
    telegram.wait_for_messages(1)
    telegram.wait(lambda: "gateway_reply_seconds_count 1.0" in gateway.metrics())
    page = gateway.metrics()
    for line in (
        'gateway_updates_total{kind="message"} 1.0',
        'gateway_outcomes_total{outcome="small_talk"} 1.0',
        'gateway_sent_total{method="sendMessage"} 1.0',
        "gateway_inbox_depth 0.0",
        "gateway_outbox_depth 0.0",
        "gateway_oldest_seconds 0.0",
        "gateway_rasa_seconds_count 1.0",
    ):
        assert line in page
    assert "private" not in page
    assert str(ANNA) not in page


def test_the_log_knows_neither_words_nor_names_nor_the_token(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.status = 500
    telegram.fail("getUpdates", times=2, status=500)
    telegram.fail("sendMessage", times=1, status=500)
    telegram.state.blocked.add(BEN)
    telegram.write(ANNA, "private words")
    telegram.write(BEN, "private words")
    telegram.wait_for_messages(1, ANNA)
    gateway.terminate()
    said = gateway.said()
    for secret in ("private", str(ANNA), str(BEN), "Test", telegram.token.partition(":")[2], "pseudonym-key"):
        assert secret not in said
    assert "Traceback" not in said


def test_health_and_metrics_listen_on_this_machine_only(gateway: GatewayProcess) -> None:
    lines = Path("/proc/net/tcp").read_text(encoding="utf-8").splitlines()
    port = f":{gateway.health_port:04X}"
    listening = [line.split()[1] for line in lines if line.split()[3] == "0A" and line.split()[1].endswith(port)]
    assert listening == [f"0100007F{port}"]
