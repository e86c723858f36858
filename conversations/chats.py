"""Erases from the gateway's tables the chat that a conversation is, for who asks without Telegram."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import MetaData, Table, delete, select, update
from sqlalchemy.engine import Connection, Engine

from conversations.database import leave_no_trace, open_engine, writing
from conversations.pseudonym import pseudonym
from conversations.settings import Settings
from environment.setting import given

_KEY_FILE = "pseudonym_key"
_FILE = "gateway.db"


class NoKey(RuntimeError):
    """Without PSEUDONYM_KEY nobody can tell which chat a conversation is."""


def erase_chat(settings: Settings, conversation: str) -> dict[str, int]:
    """Rows erased by table; none where there is no gateway. Raises NoKey."""
    engine = _engine(settings)
    if engine is None:
        return {}
    try:
        tables = MetaData()
        tables.reflect(bind=engine)
        known = [table for table in tables.sorted_tables if "chat_id" in table.c]
        if not known:
            return {}
        with writing(engine).begin() as connection:
            found = [each for each in _chats(connection, known) if pseudonym(_key(settings), each) == conversation]
            counts = {f"gateway {table.name}": _erased(connection, table, found) for table in known if found}
        leave_no_trace(engine)
        return {name: count for name, count in counts.items() if count}
    finally:
        engine.dispose()


def _engine(settings: Settings) -> Engine | None:
    if given("DATABASE_URL", os.environ):
        return open_engine(settings.database_url)
    file = settings.data_folder / _FILE
    return open_engine(f"sqlite:///{file}") if file.exists() else None


def _key(settings: Settings) -> str:
    file: Path = settings.data_folder / _KEY_FILE
    if settings.pseudonym_key:
        return settings.pseudonym_key
    if file.exists():
        return file.read_text(encoding="ascii").strip()
    raise NoKey("PSEUDONYM_KEY is not set; without the gateway's key its rows of this family cannot be found")


def _chats(connection: Connection, tables: list[Table]) -> Iterator[int]:
    seen = {each for table in tables for each in connection.execute(select(table.c.chat_id).distinct()).scalars()}
    yield from (int(each) for each in seen if each is not None)


def _erased(connection: Connection, table: Table, chats: list[int]) -> int:
    """Erase the rows; of an update its number stays, by which it is known when Telegram sends it twice."""
    mine = table.c.chat_id.in_(chats)
    if "update_id" in table.c:
        emptied = update(table).where(mine).values(done=True, body=None, chat_id=None)
        return int(connection.execute(emptied).rowcount)
    return int(connection.execute(delete(table).where(mine)).rowcount)
