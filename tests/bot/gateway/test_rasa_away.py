"""Rasa is slow, broken or away: the family hears of it once, and gets its answer in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

ANNA, BEN = 7000000011, 7000000022


@pytest.fixture
def gateway(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> Iterator[GatewayProcess]:
    """A gateway with little patience."""
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url, RASA_DEADLINE="2") as process:
        yield process


def _is_apology(text: str) -> bool:
    return not text.startswith("You said") and "112" in text


@pytest.mark.parametrize("trouble", [{"delay": 5.0}, {"status": 500}, {"empty": True}])
def test_the_family_hears_of_it_once_and_is_answered_later(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess, trouble: dict[str, object]
) -> None:
    vars(rasa).update(trouble)
    telegram.write(ANNA, "one")
    telegram.wait_for_messages(1)
    telegram.wait(lambda: len(rasa.asked) >= 2)
    vars(rasa).update(delay=0.0, status=200, empty=False)
    telegram.wait_for_messages(2)
    apology, answer = telegram.texts(ANNA)
    assert _is_apology(apology)
    assert answer == "You said: one"


def test_what_is_written_meanwhile_is_answered_in_its_order(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.status = 500
    telegram.write(ANNA, "one")
    telegram.wait_for_messages(1)
    telegram.write(ANNA, "two")
    telegram.write(ANNA, "three")
    rasa.status = 200
    telegram.wait_for_messages(4)
    assert telegram.texts(ANNA)[1:] == ["You said: one", "You said: two", "You said: three"]


def test_what_needs_no_rasa_is_answered_meanwhile(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.status = 500
    telegram.write(ANNA, "one")
    telegram.wait_for_messages(1)
    telegram.wait(lambda: len(rasa.asked) >= 3)
    telegram.write(ANNA, "/emergency")
    telegram.wait_for_messages(2, seconds=3)
    assert "112" in telegram.texts(ANNA)[1]


def test_once_rasa_answers_anybody_all_who_wait_are_answered(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.status = 503
    telegram.write(ANNA, "one")
    telegram.wait(lambda: len(rasa.asked) >= 4, 30)  # her next attempt is 8 seconds away
    rasa.status = 200
    telegram.write(BEN, "two")
    telegram.wait_for_messages(2, ANNA, seconds=5)
    assert telegram.texts(ANNA)[1] == "You said: one"


def test_rasa_started_after_the_gateway_is_found(telegram: TelegramServer, tmp_path: Path) -> None:
    with FakeRasa() as first:
        port = first.port
    with GatewayProcess(tmp_path, telegram.url, telegram.token, f"http://127.0.0.1:{port}"):
        telegram.write(ANNA, "one")
        telegram.wait_for_messages(1)
        with FakeRasa(port):
            telegram.wait_for_messages(2)
        assert telegram.texts(ANNA)[1] == "You said: one"


def test_a_wrong_secret_is_named_in_the_metrics(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> None:
    more = {"CHANNEL_SECRET": "another-secret-than-rasas"}
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url, **more) as process:
        telegram.write(ANNA, "one")
        telegram.wait_for_messages(1)
        assert 'gateway_rasa_failed_total{reason="status 401"}' in process.metrics()
