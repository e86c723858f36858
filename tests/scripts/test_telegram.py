"""``make telegram``: one command starts all a family needs, keeps it running, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.gateway.pseudonym import pseudonym
from environment.setting import given
from scripts import telegram as script
from scripts.chat import ROOT, free_port
from scripts.telegram import Part, Supervisor, own_secrets
from tests.scripts.processes import child
from tests.support.rasa_process import MODEL
from tests.support.telegram_server import TelegramServer

ANNA = 7000000011
WORDS = (b"zyxwombat", b"told us intermediate", str(ANNA).encode())
_START = "import sys; sys.path.insert(0, '.'); from scripts import telegram as t; from pathlib import Path; "


def test_without_a_token_it_says_in_one_line_where_to_get_one() -> None:
    inherited = ("TELEGRAM_TOKEN", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")  # the last three when `make test` runs this
    clean = {name: value for name, value in os.environ.items() if name not in inherited}
    done = subprocess.run(["make", "telegram"], cwd=ROOT, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout.splitlines()[0].startswith("TELEGRAM_TOKEN is not set: write /newbot to @BotFather")


def test_secrets_are_made_once_and_shown_to_nobody(tmp_path: Path) -> None:
    first = own_secrets({}, tmp_path / "data")
    assert first == own_secrets({}, tmp_path / "data")
    assert len(set(first.values())) == 2
    assert all(len(value) == 64 for value in first.values())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert modes == {0o600}


def test_a_secret_of_the_environment_comes_first(tmp_path: Path) -> None:
    found = own_secrets({"PSEUDONYM_KEY": "given", "CHANNEL_SECRET": ""}, tmp_path)
    assert found["PSEUDONYM_KEY"] == "given"
    assert found["CHANNEL_SECRET"]


def test_secrets_in_files_reach_every_part_once(tmp_path: Path) -> None:
    secret, url = tmp_path / "secret", tmp_path / "url"
    secret.write_text("told-in-a-file-0123456789\n", encoding="ascii")
    url.write_text("postgresql://u:p@h/n\n", encoding="ascii")
    environment = {"CHANNEL_SECRET_FILE": str(secret), "DATABASE_URL_FILE": str(url)}
    for part in script.parts(environment, tmp_path, MODEL):
        assert given("CHANNEL_SECRET", part.environment) == "told-in-a-file-0123456789"
        assert given("DATABASE_URL", part.environment) == "postgresql://u:p@h/n"


def _part(folder: Path, code: str, *, log: bool = True) -> Part:
    command = [sys.executable, "-c", code]
    return Part("a part", command, dict(os.environ), folder / "log" if log else None)


def test_a_part_that_ends_is_started_again(tmp_path: Path) -> None:
    stop = threading.Event()
    mark = f"open({str(tmp_path / 'mark')!r}, 'a').write('x')"
    thread = threading.Thread(target=Supervisor([_part(tmp_path, mark)], stop).run)
    thread.start()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and len(_read(tmp_path / "mark")) < 2:
        stop.wait(0.05)
    stop.set()
    thread.join()
    assert len(_read(tmp_path / "mark")) >= 2


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii") if path.exists() else ""


def test_a_gateway_that_refuses_its_settings_ends_all(tmp_path: Path) -> None:
    other = _part(tmp_path, "import time; time.sleep(600)")
    gateway = _part(tmp_path, "raise SystemExit(2)", log=False)
    assert Supervisor([other, gateway], threading.Event()).run() == 2
    assert other.process is not None
    assert other.process.poll() is not None


def test_a_part_that_does_not_start_is_one_line_and_ends_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = _part(tmp_path, "import time; time.sleep(600)")
    broken = _part(tmp_path, "raise SystemExit(3)")
    broken.ready = lambda: False
    assert Supervisor([other, broken], threading.Event()).run() == 1
    assert f"a part did not start; the reason stands in {tmp_path / 'log'}" in capsys.readouterr().err
    assert other.process is not None
    assert other.process.poll() is not None


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as server:
        yield server


def test_a_family_is_answered_with_sourced_words_and_again_after_rasa_was_killed(
    server: TelegramServer, tmp_path: Path
) -> None:
    environment = _environment(server)
    code = f"{_START}t.DATA, t.MODEL = Path({str(tmp_path)!r}), Path({str(MODEL)!r}); sys.exit(t.main())"
    house = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    try:
        server.write(ANNA, "what does stage MS mean")
        server.wait(lambda: "18 months" in "".join(server.texts(ANNA)), 240)
        os.kill(child(house.pid, "run"), signal.SIGKILL)
        server.write(ANNA, "they told us intermediate risk")
        server.wait(lambda: any("ntermediate" in text for text in server.texts(ANNA)), 240)
        assert _rows_of(tmp_path, pseudonym((tmp_path / "pseudonym_key").read_text(), ANNA))
        _erase(server)
    finally:
        house.send_signal(signal.SIGTERM)
        _, said = house.communicate(timeout=60)
    assert house.returncode == 0
    assert b"Rasa ended (status -9) and is started again" in said
    assert script.answers(f"{environment['ACTIONS_URL']}/health", {}) is False
    assert _rows_of(tmp_path, pseudonym((tmp_path / "pseudonym_key").read_text(), ANNA), str(ANNA)) == []
    for path in tmp_path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [word for word in (b"zyxwombat", b"told us intermediate", str(ANNA).encode()) if word in content], (
            path
        )


def _environment(server: TelegramServer) -> dict[str, str]:
    return {
        **os.environ,
        "TELEGRAM_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "RASA_URL": f"http://127.0.0.1:{free_port()}",
        "ACTIONS_URL": f"http://127.0.0.1:{free_port()}",
        "HEALTH_PORT": str(free_port()),
        "RASA_DEADLINE": "30",
    }


def _erase(server: TelegramServer) -> None:
    """A last question, and then the end of all of it."""
    server.write(ANNA, "my son Zuberi has a zyxwombat")
    seen = len(server.texts(ANNA))
    server.wait(lambda: len(server.texts(ANNA)) > seen, 60)
    server.write(ANNA, "/delete")
    server.wait(lambda: "Shall I erase" in server.texts(ANNA)[-1], 60)
    question = server.calls("sendMessage")[-1]
    button = question.params["reply_markup"]["inline_keyboard"][0][0]
    server.press(ANNA, button["callback_data"], question.message_id)
    server.wait(lambda: "receipt" in server.texts(ANNA)[-1], 60)


def _rows_of(folder: Path, *names: str) -> list[tuple[object, ...]]:
    """Rows of any table of any database in which a family is named."""
    found: list[tuple[object, ...]] = []
    for file in folder.glob("*.db"):
        with closing(sqlite3.connect(file)) as kept:
            for (table,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                rows = kept.execute(f'SELECT * FROM "{table}"').fetchall()
                found += [row for row in rows if any(name in str(row) for name in names)]
    return found
