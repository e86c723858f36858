"""A database of its own for each test: SQLite always, PostgreSQL where it can be started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.support.postgres import empty


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    on_postgres = request.param == "postgresql"
    url = request.getfixturevalue("postgres_url") if on_postgres else f"sqlite:///{tmp_path}/gateway.db"
    database = Database(url)
    yield database
    database.close()
    if on_postgres:
        empty(url)
