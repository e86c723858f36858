"""A database of its own for each test: SQLite always, PostgreSQL where it can be started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.support.postgres import MISSING, postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for this session; tests that need one are skipped without its programs."""
    with postgres() as url:
        if url is None:
            pytest.skip(MISSING)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    on_postgres = request.param == "postgresql"
    url = request.getfixturevalue("postgres_url") if on_postgres else f"sqlite:///{tmp_path}/gateway.db"
    database = Database(url)
    yield database
    if on_postgres:
        from bot.store.tables import metadata

        database.now(metadata.drop_all)
    database.close()
