"""Encrypts all text anew with the first key, after which the others may be thrown away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from cryptography.fernet import InvalidToken, MultiFernet
from sqlalchemy import LargeBinary, MetaData, Table, select
from sqlalchemy.engine import Engine

from conversations.database import empty_log, writing
from conversations.events import events, scrubbed, seal
from conversations.tables import turns

CONSOLE = "console_"
_AT_ONCE = 500


def rotate(engine: Engine, box: MultiFernet) -> dict[str, int]:
    """How many texts were encrypted anew, and how many no key opens, which stay as they are."""
    done = {"texts": 0, "events": 0, "notes": 0, "unreadable": 0}
    parts: list[tuple[str, Table, str, Callable[[Any], Any]]] = [
        ("texts", turns, "body", lambda value: box.rotate(bytes(value))),
        ("events", events, "data", lambda value: _event(value, box)),
    ]
    parts += [("notes", table, column, parts[0][3]) for table, column in _notes(engine)]
    for name, table, column, anew in parts:
        for changed, unreadable in _each(engine, table, column, anew):
            done[name] += changed
            done["unreadable"] += unreadable
    empty_log(engine)
    return done


def _notes(engine: Engine) -> Iterator[tuple[Table, str]]:
    """What those who review wrote: the columns of bytes in the console's tables."""
    tables = MetaData()
    tables.reflect(bind=engine, only=lambda name, _: name.startswith(CONSOLE))
    for table in tables.sorted_tables:
        yield from ((table, column.name) for column in table.columns if isinstance(column.type, LargeBinary))


def _each(engine: Engine, table: Table, column: str, anew: Callable[[Any], Any]) -> Iterator[tuple[int, int]]:
    """In portions, so that nobody who writes has to wait for all of it."""
    after, rows = 0, [None]
    while rows:
        with writing(engine).begin() as connection:
            wanted = select(table.c.id, table.c[column]).where(table.c.id > after, table.c[column].is_not(None))
            rows = connection.execute(wanted.order_by(table.c.id).limit(_AT_ONCE)).all()
            changed = {row[0]: found for row in rows if (found := _tried(anew, row[1])) is not None}
            for key, value in changed.items():
                connection.execute(table.update().where(table.c.id == key).values(**{column: value}))
            after = rows[-1][0] if rows else after
        yield len(changed), len(rows) - len(changed)


def _tried(anew: Callable[[Any], Any], value: Any) -> Any:
    try:
        return anew(value)
    except InvalidToken:
        return None


def _event(data: str, box: MultiFernet) -> str:
    """An event of the time before keys is scrubbed and encrypted now."""
    return seal(scrubbed(json.loads(data)), box) if data.startswith("{") else box.rotate(data.encode()).decode()
