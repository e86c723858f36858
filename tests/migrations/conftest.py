"""An empty database of each kind, and what each history is to come to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from conversations.database import open_engine, writing
from migrations.history import CONVERSATIONS, GATEWAY, History
from tests.support.postgres import empty


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/some.db"
        return
    at = request.getfixturevalue("postgres_url")
    yield at
    empty(at)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield writing(engine)
    engine.dispose()


@pytest.fixture(params=[GATEWAY, CONVERSATIONS], ids=lambda history: str(history.folder.name))
def history(request: pytest.FixtureRequest) -> Any:
    found: History = request.param
    return found
