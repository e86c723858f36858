"""One connection to the database, used from a thread of its own so that the loop never waits for the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.pool import QueuePool

from conversations import database
from conversations.database import GONE, open_server, reason
from migrations.alone import Busy
from migrations.history import GATEWAY
from migrations.running import bring_up

T = TypeVar("T")
Work = Callable[[Connection], T]
_BUSY_SECONDS = 5


class StoreUnavailable(RuntimeError):
    """The database did not take or give what was asked; nothing of it was done."""


class Database:
    """The gateway's database. Work given to ``run`` is one transaction, and one follows the other."""

    def __init__(self, url: str) -> None:
        """Open it and bring its tables up to date. Raises StoreUnavailable, with the reason in one line."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._engine = _engine(url)
        try:
            bring_up(self._engine, GATEWAY)
        except GONE as error:
            self.close()
            raise StoreUnavailable(reason(error)) from error
        except Busy as error:
            self.close()
            raise StoreUnavailable(str(error)) from error

    async def run(self, work: Work[T]) -> T:
        """Do ``work`` in a transaction. Raises StoreUnavailable when the database is locked, full or away."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self.now, work)

    def now(self, work: Work[T]) -> T:
        """The same from outside the loop."""
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except GONE as error:
            raise StoreUnavailable(reason(error)) from error

    def close(self) -> None:
        """Wait for what is under way, and let go of the file."""
        self._thread.shutdown()
        self._engine.dispose()


def insert(connection: Connection, table: Any) -> Any:
    """An INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def _engine(url: str) -> Any:
    at = make_url(url)
    if at.get_backend_name() != "sqlite":
        return open_server(at, database.SILENCE_SECONDS, future=True)
    Path(at.database or "").parent.mkdir(parents=True, exist_ok=True)
    wait = {"timeout": _BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(at, future=True, hide_parameters=True, connect_args=wait, poolclass=QueuePool, pool_size=1)
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would begin by itself, too late to keep others out
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
    except Exception:
        connection.close()
        raise
