"""A house of each kind, and an empty one to move into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.store.sealing import seal_with
from tests.scripts.backup.house import House


@pytest.fixture(params=["sqlite", "postgresql"])
def houses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[House, House]]:
    folders = [tmp_path / name for name in ("old", "anew")]
    for folder in folders:
        folder.mkdir()
    addresses = ["", ""]
    if request.param == "postgresql":
        addresses = _databases(request.getfixturevalue("postgres_url"), [folder.name for folder in folders])
    yield House(folders[0], addresses[0]), House(folders[1], addresses[1])
    seal_with(None)


def _databases(server: str, names: list[str]) -> list[str]:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in names:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return [str(make_url(server).set(database=name)) for name in names]
