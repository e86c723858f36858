"""The database itself: survives a crash, says why it cannot be used, and never shows what families wrote."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import chats, inbox
from bot.store import database as module
from bot.store.database import Database, StoreUnavailable


def test_work_that_fails_leaves_nothing_behind(database: Database) -> None:
    def half(connection: object) -> None:
        inbox.keep(connection, {"update_id": 1}, 5, 1.0)  # type: ignore[arg-type]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.now(half)
    assert database.now(inbox.depth) == 0


def test_tables_of_an_earlier_version_get_the_columns_that_came_later(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "gateway.db")) as old:
        old.execute("CREATE TABLE chats (chat_id BIGINT PRIMARY KEY, language TEXT, blocked BOOLEAN, seen FLOAT)")
        old.execute("INSERT INTO chats VALUES (5, 'de', 0, 1.0)")
        old.commit()
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    assert database.now(lambda c: chats.find(c, 5)) == chats.Chat("de")
    database.now(lambda c: chats.note(c, 5, 2.0, country="AT"))
    assert database.now(lambda c: chats.find(c, 5)).country == "AT"
    database.close()


def test_it_writes_ahead_and_waits_for_the_disk(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/gateway.db")
    assert database.now(lambda c: c.exec_driver_sql("PRAGMA journal_mode").scalar()) == "wal"
    assert database.now(lambda c: c.exec_driver_sql("PRAGMA synchronous").scalar()) == 2
    database.close()


def test_a_locked_database_is_told_without_what_was_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BUSY_SECONDS", 0.05)
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    other = sqlite3.connect(tmp_path / "gateway.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    body = {"update_id": 1, "message": {"text": "private words"}}
    with pytest.raises(StoreUnavailable, match=r"^OperationalError: database is locked$") as caught:
        asyncio.run(database.run(lambda c: inbox.keep(c, body, 5, 1.0)))
    assert "private" not in str(caught.value)
    other.execute("ROLLBACK")
    assert asyncio.run(database.run(lambda c: inbox.keep(c, body, 5, 1.0)))
    other.close()
    database.close()


def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "gateway.db").write_text("no database", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="file is not a database"):
        Database(f"sqlite:///{tmp_path}/gateway.db")


def test_a_server_that_is_away_is_one_line() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Database("postgresql+pg8000://gateway@127.0.0.1:9/postgres")
    assert "\n" not in str(caught.value)
