"""The database of conversations, shared with Rasa's events and the console."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from conversations.tables import metadata

_BUSY_SECONDS = 10
_TRIES, _PAUSE = 5, 0.2


class StoreUnavailable(RuntimeError):
    """The database cannot be used; the message is the reason in one line, without values."""


def open_engine(url: str) -> Engine:
    """An engine whose errors never show values. A transaction of ``writing(engine)`` holds the file from its start."""
    at = make_url(url)
    if at.get_backend_name() != "sqlite":
        return create_engine(at, pool_pre_ping=True, hide_parameters=True)
    Path(at.database or "").parent.mkdir(parents=True, exist_ok=True)
    wait = {"timeout": _BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(at, hide_parameters=True, connect_args=wait, poolclass=QueuePool)
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin)
    return engine


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


def make_tables(engine: Engine, tables: MetaData = metadata) -> None:
    """Make what is missing, though another process does so at the same time. Raises StoreUnavailable."""
    for left in reversed(range(_TRIES)):
        try:
            tables.create_all(writing(engine))
            return
        except DBAPIError as error:
            if not left:
                raise StoreUnavailable(reason(error)) from error
            time.sleep(_PAUSE)


def reason(error: DBAPIError) -> str:
    """The first line of what the driver says; never the statement."""
    return f"{type(error.orig).__name__}: {error.orig}".splitlines()[0]


def empty_log(engine: Engine) -> None:
    """Let no erased page stand in SQLite's write-ahead log; when somebody reads just now, a later call does it."""
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.close()
