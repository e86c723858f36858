"""A database that hangs is an error after a while and not for ever, in one line that shows no value."""

from __future__ import annotations

import gc
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.store.database import Database
from bot.store.database import StoreUnavailable as NoGateway
from conversations import database
from conversations.database import GONE, open_engine, reason

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # the driver does not close what it gives up


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Let what the driver left open be closed within the test."""
    yield
    gc.collect()


@pytest.fixture
def nobody() -> Iterator[str]:
    """Where connections are taken and nobody ever speaks."""
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        yield f"postgresql+pg8000://gateway@127.0.0.1:{silent.getsockname()[1]}/postgres"


def test_a_server_that_says_nothing_is_given_up(nobody: str) -> None:
    with pytest.raises(GONE) as caught:
        open_engine(nobody, patience=0.2).connect()
    assert reason(caught.value) == "TimeoutError: timed out"


def test_the_gateway_gives_it_up_too(nobody: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SILENCE_SECONDS", 0.2)
    with pytest.raises(NoGateway, match=r"^TimeoutError: timed out$"):
        Database(nobody)


def test_a_server_that_stops_in_the_midst_is_given_up_and_used_again_later(postgres_url: str) -> None:
    engine = open_engine(postgres_url, patience=2.0)
    with engine.connect() as connection:
        frozen = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    os.kill(frozen, signal.SIGSTOP)
    try:
        with pytest.raises(GONE), engine.begin() as connection:
            connection.execute(text("SELECT 1"))
        with engine.begin() as connection:
            assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != frozen
    finally:
        os.kill(frozen, signal.SIGCONT)
        engine.dispose()


def test_a_refusal_shows_no_value(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        connection.execute(text("CREATE TEMPORARY TABLE one (word TEXT PRIMARY KEY)"))
        connection.execute(text("INSERT INTO one VALUES ('ganglioneuroma')"))
        with pytest.raises(DBAPIError) as caught:
            connection.execute(text("INSERT INTO one VALUES ('ganglioneuroma')"))
    assert reason(caught.value).endswith('duplicate key value violates unique constraint "one_pkey"')
    engine.dispose()


def test_a_locked_file_is_named_by_its_reason(tmp_path: Path) -> None:
    (tmp_path / "none.db").write_bytes(b"no database, only words" * 100)
    with pytest.raises(GONE) as caught:
        open_engine(f"sqlite:///{tmp_path}/none.db").connect()
    assert reason(caught.value) == "DatabaseError: file is not a database"
