"""SQLite's files: copied while others write, by SQLite's own means."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from scripts.backup.fault import Fault

_BUSY_SECONDS = 30


def copy(source: Path, target: Path) -> None:
    """Copy as of one moment, and look whether the copy is sound. Raises Fault."""
    try:
        with closing(_read_only(source)) as live, closing(sqlite3.connect(target)) as kept:
            live.backup(kept)
            kept.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
            said = kept.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise Fault(f"{source} cannot be copied ({error}); docs/operations.md tells how to restore") from error
    if said != "ok":
        raise Fault(f"{source} is damaged ({str(said).splitlines()[0]}); restore the last backup")
    target.chmod(0o600)


def _read_only(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)


def must_be_free(target: Path) -> None:
    """Raises Fault when a database, or what one left behind, is there."""
    for there in (target, target.with_name(f"{target.name}-wal")):
        if there.exists():
            raise Fault(f"{there} is there, and nothing is written over; stop all processes and move it away first")


def put_back(kept: Path, target: Path) -> None:
    """Put a copy where the database was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.restored")
    shutil.copy2(kept, draft)
    os.link(draft, target)  # fails when somebody made it meanwhile
    draft.unlink()
