"""The database of conversations, shared with Rasa's events and the console."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from migrations.alone import Busy
from migrations.history import CONVERSATIONS
from migrations.running import bring_up

GONE = (DBAPIError, OSError)  # what comes of a database that is away; the driver lets a time-out through as it is
SILENCE_SECONDS = 10.0  # what families wait for takes milliseconds
_BUSY_SECONDS = 10
_LOG_PATIENCE = 500  # milliseconds
_SOON_REWRITTEN = 64_000_000  # bytes, about a second


class StoreUnavailable(RuntimeError):
    """The database cannot be used; the message is the reason in one line, without values."""


def open_engine(url: str, patience: float | None = None) -> Engine:
    """An engine whose errors never show values. A transaction of ``writing(engine)`` holds the file from its start.

    ``patience``: how many seconds a server may be silent until it is taken for away; None: as long as it takes.
    """
    at = make_url(url)
    if at.get_backend_name() != "sqlite":
        return open_server(at, patience)
    Path(at.database or "").parent.mkdir(parents=True, exist_ok=True)
    wait = {"timeout": _BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(at, hide_parameters=True, connect_args=wait, poolclass=QueuePool)
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def open_server(url: Any, patience: float | None, **options: Any) -> Engine:
    """An engine of PostgreSQL. A connection is tried before it is used, for the server may have been started anew."""
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # it tells of each that is gone, at length
    silence = {"timeout": patience} if patience else {}
    return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=silence, **options)


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: SQLite then waits at their start, where it still can."""
    return engine.execution_options(writes=True)


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would begin by itself, too late to keep others out
    try:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
    except Exception:
        connection.close()
        raise


def make_tables(engine: Engine) -> None:
    """Bring the tables up to date, though another process does so at the same time. Raises StoreUnavailable."""
    try:
        with answering():
            bring_up(writing(engine), CONVERSATIONS)
    except Busy as error:
        raise StoreUnavailable(str(error)) from error


@contextmanager
def answering() -> Iterator[None]:
    """Let what goes wrong with the database in the block be StoreUnavailable."""
    try:
        yield
    except GONE as error:
        raise StoreUnavailable(reason(error)) from error


def reason(error: Exception) -> str:
    """The first line of what the driver says; never the statement, and of PostgreSQL no details, which quote values."""
    said = getattr(error, "orig", None) or error
    first = said.args[0] if said.args else ""
    return f"{type(said).__name__}: {first.get('M') if isinstance(first, dict) else said}".splitlines()[0]


def leave_no_trace(engine: Engine) -> None:
    """Let nothing that was erased stand in unused parts of SQLite's file, unless rewriting it would take long."""
    if engine.dialect.name == "sqlite":
        file = Path(engine.url.database or "")
        if file.is_file() and file.stat().st_size <= _SOON_REWRITTEN:
            _quietly(engine, "VACUUM")
        empty_log(engine)


def empty_log(engine: Engine) -> None:
    """Let no erased page stand in SQLite's write-ahead log; when somebody reads just now, a later call does it."""
    if engine.dialect.name == "sqlite":
        _quietly(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def _quietly(engine: Engine, statement: str) -> None:
    """Outside a transaction, and not at all when the file is held by others for longer than half a second."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_LOG_PATIENCE}")
        with suppress(sqlite3.OperationalError):
            cursor.execute(statement).fetchall()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    finally:
        raw.close()


def insert(connection: Connection, table: Any) -> Any:
    """An INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
