"""What waits is encrypted; what was kept before there were keys is read, and what no key opens harms nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import text

from bot.face.outgoing import message
from bot.store import inbox, outbox, sealing
from bot.store.database import Database

UPDATE = {"update_id": 1, "message": {"text": "my zyxwombat hurts"}}


@pytest.fixture(autouse=True)
def _sealed() -> Iterator[None]:
    sealing.seal_with(MultiFernet([Fernet(Fernet.generate_key())]))
    yield
    sealing.seal_with(None)


def _fill(database: Database) -> None:
    database.now(lambda c: inbox.keep(c, UPDATE, 11, 1.0))
    database.now(lambda c: outbox.add(c, 11, [message("about the zyxwombat")]))
    database.now(lambda c: outbox.keep_file(c, "k", 11, b"the zyxwombat"))


def _raw(database: Database) -> str:
    def everything(connection: Any) -> str:
        tables = ("SELECT body FROM inbox", "SELECT params FROM outbox", "SELECT content FROM files")
        return str([list(connection.execute(text(table))) for table in tables])

    return database.now(everything)


def test_what_waits_is_read_back_and_not_in_plain(database: Database) -> None:
    _fill(database)
    assert "zyxwombat" not in _raw(database)
    assert database.now(lambda c: inbox.waiting(c, 11))[0].body == UPDATE
    assert "zyxwombat" in str(database.now(lambda c: outbox.pending(c, 11)))
    assert database.now(lambda c: outbox.file(c, "k")) == b"the zyxwombat"


def test_what_waited_before_there_were_keys_is_read(database: Database) -> None:
    sealing.seal_with(None)
    _fill(database)
    sealing.seal_with(MultiFernet([Fernet(Fernet.generate_key())]))
    assert database.now(lambda c: inbox.waiting(c, 11))[0].body == UPDATE


def test_what_no_key_opens_is_nothing_and_one_line(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    _fill(database)
    sealing.seal_with(MultiFernet([Fernet(Fernet.generate_key())]))
    assert database.now(lambda c: inbox.waiting(c, 11))[0].body == {}
    assert [record.message.count("cannot be decrypted") for record in caplog.records] == [1]
