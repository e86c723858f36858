"""The command itself: a fault at the start is one line, never a traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from scripts.chat import free_port
from tests.bot.test_settings import GIVEN
from tests.support.telegram_server import TelegramServer

ROOT = Path(__file__).parent.parent.parent


def _run(*arguments: str, **environment: str) -> tuple[int, str]:
    """The exit status and what was said on stderr."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", *arguments],
        cwd=ROOT,
        env={**kept, "HEALTH_PORT": str(free_port()), "SQLALCHEMY_SILENCE_UBER_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


def test_without_a_token_one_line_says_where_to_get_one() -> None:
    status, said = _run()
    assert status == 2
    assert said == "TELEGRAM_TOKEN is not set. The bot's token. Write /newbot to @BotFather on Telegram to get one.\n"


def test_an_unknown_argument_is_told_the_usage() -> None:
    assert _run("nonsense") == (2, "usage: python -m bot [doctor | migrate]\n")


def test_tables_can_be_made_before_the_gateway_is_started(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/g.db"
    assert _run("migrate", **GIVEN, DATABASE_URL=url, DATA_FOLDER=str(tmp_path), LOG_LEVEL="ERROR") == (0, "")
    with closing(sqlite3.connect(tmp_path / "g.db")) as made:
        assert made.execute("SELECT count(*) FROM inbox").fetchone() == (0,)


def test_a_token_telegram_refuses_is_one_line(tmp_path: Path) -> None:
    with TelegramServer() as telegram:
        more = {"TELEGRAM_API_URL": telegram.url, "DATABASE_URL": f"sqlite:///{tmp_path}/g.db", "LOG_LEVEL": "ERROR"}
        status, said = _run(**GIVEN, **more)
    assert (status, said) == (1, "TELEGRAM_TOKEN is refused by the Bot API; copy it again from @BotFather\n")


def test_a_database_that_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "g.db").write_text("not a database at all, only words", encoding="utf-8")
    status, said = _run(**GIVEN, DATABASE_URL=f"sqlite:///{tmp_path}/g.db")
    assert status == 1
    assert said.startswith("DATABASE_URL: the database cannot be used (")
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", ["HEALTH_PORT"])
def test_a_port_in_use_is_one_line(tmp_path: Path, name: str) -> None:
    with TelegramServer() as telegram:
        more = {"DATABASE_URL": f"sqlite:///{tmp_path}/g.db", "TELEGRAM_API_URL": telegram.url}
        status, said = _run(**GIVEN, **more, **{name: str(telegram.port)})
    assert status == 1
    assert "a port cannot be used" in said
    assert "Traceback" not in said
