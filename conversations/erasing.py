"""Erases a conversation from every table that knows of one, with its exports, and gives a receipt."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import MetaData, Table, delete, select
from sqlalchemy.engine import Connection, Engine

from conversations import exports
from conversations.database import GONE, StoreUnavailable, leave_no_trace, reason, writing
from conversations.settings import Settings
from conversations.tables import conversations, receipts, turns, words

_COLUMNS = ("conversation", "sender_id")
_GONE_OUT = "exports"
Counts = dict[str, int]


def erase(engine: Engine, settings: Settings, conversation: str) -> tuple[str | None, Counts]:
    """Erase it from the database of conversations: the receipt, None when nothing was there, and rows by table.

    The gateway's tables are not touched; see ``conversations.chats``. Raises StoreUnavailable.
    """
    tables = MetaData()
    try:
        tables.reflect(bind=engine)
        with writing(engine).begin() as connection:
            gone_out = exports.names_of(connection, tables, conversation)
            counts = {name: count for name, count in _erased(connection, tables, settings, conversation) if count}
            receipt = keep_receipt(connection, counts, gone_out)
            exports.tell(connection, tables, gone_out)
        leave_no_trace(engine)
    except GONE as error:
        raise StoreUnavailable(reason(error)) from error
    return receipt, counts


def keep_receipt(connection: Connection, counts: Counts, gone_out: Sequence[str] = ()) -> str | None:
    """Note that something was erased, and nobody's name; None when nothing was. ``gone_out`` names exports."""
    if not counts:
        return None
    receipt = f"{time.strftime('%Y-%m-%d')}-{secrets.token_hex(4)}"
    told = {**counts, _GONE_OUT: [Path(name).name for name in gone_out]} if gone_out else counts
    row = {"receipt": receipt, "erased": time.time(), "counts": json.dumps(told)}
    connection.execute(receipts.insert().values(**row))
    return receipt


def gone_out(connection: Connection, receipt: str | None) -> list[str]:
    """The exports that a receipt names: copies of them, on other machines, cannot be erased from here."""
    kept = connection.execute(select(receipts.c.counts).where(receipts.c.receipt == receipt)).scalar()
    return list(json.loads(kept).get(_GONE_OUT, [])) if kept else []


def _erased(
    connection: Connection, tables: MetaData, settings: Settings, conversation: str
) -> Iterator[tuple[str, int]]:
    yield "files", exports.delete_files(settings.exports, exports.names_of(connection, tables, conversation))
    own = select(turns.c.id).where(turns.c.conversation == conversation)
    yield "words", connection.execute(delete(words).where(words.c.turn.in_(own))).rowcount
    concerned = {table: column for table in tables.sorted_tables for column in _named(table)}
    for table in reversed(tables.sorted_tables):
        if table not in concerned:
            yield table.name, _hanging(connection, table, concerned, conversation)
    for table in reversed(tables.sorted_tables):
        if table in concerned:
            mine = table.c[concerned[table]] == conversation
            yield table.name, connection.execute(delete(table).where(mine)).rowcount
    yield "conversations", connection.execute(delete(conversations).where(conversations.c.id == conversation)).rowcount


def _named(table: Table) -> list[str]:
    return [name for name in _COLUMNS if name in table.c][:1]


def _hanging(connection: Connection, table: Table, concerned: dict[Table, str], conversation: str) -> int:
    """Rows that only point at rows of the conversation, such as the tags of a review."""
    count = 0
    for key in table.foreign_keys:
        to = key.column.table
        if to in concerned and table.name != words.name:
            theirs = select(key.column).where(to.c[concerned[to]] == conversation)
            count += connection.execute(delete(table).where(key.parent.in_(theirs))).rowcount
    return count
