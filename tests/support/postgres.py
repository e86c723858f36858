"""A PostgreSQL server of one's own on loopback, where its programs are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, text

from scripts.chat import free_port

MISSING = "PostgreSQL is not installed; `apt-get install postgresql` as root makes this test run"


def empty(url: str) -> None:
    """Leave nothing of what a test made on the server."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    at = shutil.which("pg_ctl")
    return Path(at).parent if at else (found[-1] if found else None)


def _user() -> dict[str, str]:
    """PostgreSQL will not run as root; there its own user runs it."""
    return {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of an empty server while the block runs; None where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    with TemporaryDirectory(prefix="postgres") as folder:  # not pytest's own, which no other user may enter
        if _user():
            shutil.chown(folder, "postgres")
        with _served(programs, Path(folder)) as url:
            yield url


@contextmanager
def _served(programs: Path, folder: Path) -> Iterator[str]:
    port, data = free_port(), str(folder / "data")

    def call(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **_user())  # type: ignore[call-overload]

    call(str(programs / "initdb"), "-D", data, "-U", "gateway", "-A", "trust", "--no-sync")
    settings = f"-h 127.0.0.1 -p {port} -k {folder} -F"
    call(str(programs / "pg_ctl"), "-D", data, "-o", settings, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+pg8000://gateway@127.0.0.1:{port}/postgres"
    finally:
        call(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
