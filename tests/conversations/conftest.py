"""Settings and databases of a test's own: SQLite always, PostgreSQL where it can be started."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conversations.body import Body
from conversations.keeping import Keeper, Turn
from conversations.settings import Settings
from tests.support.postgres import empty


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings with an empty database of each kind, and a data folder of its own."""
    own = Settings.from_environment({"DATA_FOLDER": str(tmp_path), "PSEUDONYM_KEY": "pseudonym-key-for-tests"})
    if request.param == "sqlite":
        yield own
        return
    own = replace(own, database_url=request.getfixturevalue("postgres_url"))
    yield own
    empty(own.database_url)


@pytest.fixture
def keeper(settings: Settings) -> Iterator[Keeper]:
    """A keeper of such a database."""
    keeper = Keeper(settings)
    yield keeper
    keeper.engine.dispose()


def a_turn(said: str = "what is stage MS", **more: Any) -> Turn:
    """A turn like any other."""
    body = Body(said, [{"text": "It is for babies.", "buttons": ["Tell me more"]}], [["staging.ms", 0.9]])
    return replace(Turn("family1", 1_000_000.0, "telegram", body, "answered", "staging.ms", 0.9), **more)
