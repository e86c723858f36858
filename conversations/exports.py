"""Files that left the database by the console: deleted with a conversation, and named where copies may be about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path

from sqlalchemy import MetaData, select
from sqlalchemy.engine import Connection

_EXPORTS, _AUDIT = "console_exports", "console_audit"
_ACT = "erased lines that had gone out"


def names_of(connection: Connection, tables: MetaData, conversation: str) -> list[str]:
    """The exports that held lines of a conversation, as they were recorded; none where there is no console."""
    if _EXPORTS not in tables.tables:
        return []
    exports = tables.tables[_EXPORTS]
    rows = select(exports.c.path).where(exports.c.conversation == conversation).distinct().order_by(exports.c.path)
    return [str(name) for name in connection.execute(rows).scalars()]


def delete_files(folder: Path, names: Iterable[str]) -> int:
    """Delete the files, within the folder of exports and nowhere else; how many there were."""
    return sum(_deleted(folder.resolve(), name) for name in names)


def tell(connection: Connection, tables: MetaData, names: Iterable[str]) -> None:
    """Write into the console's log of acts which exports held lines, for whoever has copies must delete them."""
    if _AUDIT not in tables.tables:
        return
    now = datetime.now(timezone.utc)
    for name in names:
        about = f"{Path(name).name[:100]}: delete what was downloaded or made a branch of it"
        row = {"at": now, "who": "the console", "act": _ACT, "about": about}
        connection.execute(tables.tables[_AUDIT].insert().values(**row))


def _deleted(folder: Path, name: str) -> bool:
    for path in (Path(name).resolve(), (folder / name).resolve()):
        if path.is_relative_to(folder) and path.is_file():
            path.unlink()
            return True
    return False
