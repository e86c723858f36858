"""Rows for whatever tables there are, and the tables as the first releases made them."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from sqlalchemy import Boolean, Float, Integer, LargeBinary, MetaData, select, text
from sqlalchemy.engine import Connection

from migrations.history import CONVERSATIONS, GATEWAY, History

# Alembic cannot compare these; the tests do by name.
DESCENDING = ("turns_queue_newest", "turns_outcome_queue", "turns_topic_queue", "turns_feedback_queue")
_CAME_LATER = {
    GATEWAY: [("chats", "said_once"), ("chats", "consent"), ("feedback", "told")],
    CONVERSATIONS: [],
}
_INDEXES_CAME_LATER = ("events_of_session", "events_of_type", "events_timestamp", *DESCENDING)


def first_tables(history: History) -> MetaData:
    """The tables as versions began."""
    [path] = history.folder.glob("0001_*.py")
    spec = spec_from_file_location("first", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    tables: MetaData = module.tables
    return tables


def make_shipped(connection: Connection, history: History) -> MetaData:
    """Make the tables as the releases before versions did; what those knew of them."""
    first_tables(history).create_all(connection)
    for table, column in _CAME_LATER[history]:
        connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
    for name in _INDEXES_CAME_LATER:
        connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
    return known_tables(connection, history)


def known_tables(connection: Connection, history: History) -> MetaData:
    """What code of this time knows of the tables."""
    known = MetaData()
    known.reflect(bind=connection, only=lambda name, _: name not in (history.table, "sqlite_sequence"))
    return known


def fill(connection: Connection, tables: MetaData, numbers: range) -> None:
    """Put a row for each number into each table, with nothing in what may be empty."""
    for table in tables.sorted_tables:
        for number in numbers:
            row = {column.name: _value(column, number) for column in table.columns if _is_needed(column)}
            connection.execute(table.insert().values(**row))


def rows(connection: Connection, tables: MetaData) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in the columns that ``tables`` know."""
    return {
        table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str)
        for table in tables.sorted_tables
    }


def _is_needed(column: Any) -> bool:
    return column.primary_key or not column.nullable


def _value(column: Any, number: int) -> Any:
    kinds: list[tuple[Any, Any]] = [(Boolean, True), (Integer, number), (Float, number + 0.5), (LargeBinary, b"bytes")]
    found = [value for kind, value in kinds if isinstance(column.type, kind)]
    return found[0] if found else f"{number}"
