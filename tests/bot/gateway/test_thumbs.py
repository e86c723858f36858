"""Thumbs and consent on their way to those who review answers, without a process of their own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.face.commands import command
from bot.face.incoming import Say
from bot.face.known import Known
from bot.gateway.acts import ACTS
from bot.gateway.limit import Limit
from bot.gateway.rasa import Rasa, RasaFailed
from bot.gateway.thumbs import Thumbs
from bot.gateway.work import Work
from bot.metrics import Metrics
from bot.store import chats
from bot.store.database import Database
from bot.store.inbox import Waiting
from tests.support.fake_rasa import SECRET, FakeRasa

ANNA = 11
THUMB = {"verdict": "down", "topic": "staging.ms", "version": "v1", "message_id": "5"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    yield database
    database.close()


def _work(database: Database, rasa: Rasa) -> Work:
    unused: Any = None
    return Work(database, rasa, unused, unused, Metrics(), Limit(20), "key", (rasa,))


async def _run(work: Work, ready: Any) -> None:
    thumbs = asyncio.ensure_future(Thumbs(work).run())
    deadline = time.monotonic() + 20
    while not ready() and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    thumbs.cancel()


def _until(server: FakeRasa, database: Database, ready: Any) -> None:
    async def run() -> None:
        rasa = Rasa(server.url, SECRET, 5, Metrics())
        await _run(_work(database, rasa), ready)
        await rasa.close()

    asyncio.run(run())


def test_a_thumb_is_handed_on_once(rasa: FakeRasa, database: Database) -> None:
    database.now(lambda c: chats.rate(c, ANNA, THUMB, 1.0))
    _until(rasa, database, lambda: rasa.opinions and not database.now(chats.untold))
    body = {"topic": "staging.ms", "version": "v1", "verdict": "down"}
    assert [opinion[1:] for opinion in rasa.opinions] == [("feedback", body)]
    assert database.now(chats.untold) == []


def test_a_thumb_that_changed_on_the_way_is_handed_on_again(database: Database) -> None:
    database.now(lambda c: chats.rate(c, ANNA, THUMB, 1.0))
    (old,) = database.now(chats.untold)
    database.now(lambda c: chats.rate(c, ANNA, {**THUMB, "verdict": "up"}, 2.0))
    database.now(lambda c: chats.told(c, old))
    assert [thumb.verdict for thumb in database.now(chats.untold)] == ["up"]


def test_thumbs_wait_while_rasa_is_away(rasa: FakeRasa, database: Database, caplog: pytest.LogCaptureFixture) -> None:
    rasa.status = 500
    database.now(lambda c: chats.rate(c, ANNA, THUMB, 1.0))
    _until(rasa, database, lambda: "thumbs wait for Rasa" in caplog.text)
    assert "thumbs wait for Rasa: status 500" in caplog.text
    assert len(database.now(chats.untold)) == 1


def _say(server: FakeRasa, database: Database, given: str) -> str:
    async def run() -> str:
        rasa = Rasa(server.url, SECRET, 5, Metrics())
        try:
            answer = await ACTS["consent"](_work(database, rasa), Waiting(1, ANNA, {}, 1.0), {"given": given})
        finally:
            await rasa.close()
        for change in answer.changes:
            database.now(change)
        return str(answer.messages[-1].params["text"])

    return asyncio.run(run())


def test_consent_is_told_to_rasa_first_and_then_remembered(rasa: FakeRasa, database: Database) -> None:
    assert "Thank you" in _say(rasa, database, "yes")
    assert database.now(lambda c: chats.find(c, ANNA)).consent
    assert "not used for learning" in _say(rasa, database, "no")
    assert not database.now(lambda c: chats.find(c, ANNA)).consent
    assert [opinion[2] for opinion in rasa.opinions] == [{"given": True}, {"given": False}]


def test_a_yes_that_was_not_kept_is_not_thanked_for(rasa: FakeRasa, database: Database) -> None:
    rasa.status = 500
    with pytest.raises(RasaFailed):
        _say(rasa, database, "yes")
    assert not database.now(lambda c: chats.find(c, ANNA)).consent


@pytest.mark.parametrize(
    ("given", "state", "offers"), [(False, "not said yes", "y|yes"), (True, "have said yes", "y|no")]
)
def test_privacy_shows_what_was_said_and_offers_the_other(given: bool, state: str, offers: str) -> None:
    decision = command("/privacy", None, Known(consent=given))
    assert isinstance(decision, Say)
    said = decision.messages[0].params
    assert state in str(said["text"])
    assert offers in str(said["reply_markup"])
