"""One process at a time changes tables; others that start meanwhile wait for it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Engine

_KEY = 7_306_452_101  # any number, the same in all processes, and of nobody else in this database
_PAUSE = 0.05


class Busy(RuntimeError):
    """Another process holds the tables; the message is one line."""


@contextmanager
def alone(engine: Engine, patience: float = 120.0) -> Iterator[None]:
    """Be the only one while the block runs. Raises Busy after ``patience`` seconds.

    On PostgreSQL a lock of the server's, which goes with the connection; on SQLite one of the folder of the file,
    which goes with the process.
    """
    with (_on_server if engine.dialect.name == "postgresql" else _on_folder)(engine, patience):
        yield


@contextmanager
def _on_server(engine: Engine, patience: float) -> Iterator[None]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        given = {"key": _KEY}
        _wait(lambda: connection.execute(text("SELECT pg_try_advisory_lock(:key)"), given).scalar_one(), patience)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), given)


@contextmanager
def _on_folder(engine: Engine, patience: float) -> Iterator[None]:
    folder = os.open(Path(engine.url.database or "").parent, os.O_RDONLY)
    try:
        _wait(lambda: _locked(folder), patience)
        yield
    finally:
        os.close(folder)


def _locked(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(taken: Callable[[], bool], patience: float) -> None:
    deadline = time.monotonic() + patience
    while not taken():
        if time.monotonic() > deadline:
            raise Busy(f"another process has been changing the tables for {patience:.0f} s; see what keeps it")
        time.sleep(_PAUSE)
