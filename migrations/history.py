"""The versions a set of tables has gone through, one file each; told without Alembic, which takes long to import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class History:
    """``folder`` holds ``NNNN_name.py`` a version; ``table`` is where a database notes which of them it is at."""

    folder: Path
    table: str

    @property
    def versions(self) -> tuple[str, ...]:
        """The numbers, oldest first."""
        return tuple(sorted(path.name[:4] for path in self.folder.glob("[0-9][0-9][0-9][0-9]_*.py")))

    def version_of(self, connection: Connection) -> str | None:
        """The version a database is at; None when it is empty, or older than versions."""
        if not inspect(connection).has_table(self.table):
            return None
        found = connection.execute(text(f"SELECT version_num FROM {self.table}")).scalar()  # nosec B608  # our own table
        return None if found is None else str(found)

    def is_due(self, connection: Connection) -> bool:
        """Whether a version is to be made. A database of a later release is left as it is: this code runs on it."""
        version = self.version_of(connection)
        return version is None or version < self.versions[-1]


GATEWAY = History(ROOT / "gateway", "gateway_version")
CONVERSATIONS = History(ROOT / "conversations", "conversations_version")
