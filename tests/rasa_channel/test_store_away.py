"""A conversation that cannot be read or kept is a failure, told as such: not a talk that begins anew, kept nowhere."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from conversations.database import StoreUnavailable
from rasa_channel.channel import away_as_503
from rasa_channel.question import Question
from rasa_channel.turn import handle

QUESTION = Question("family1", "and how is it treated", 1, {})


class _Broken(InMemoryTrackerStore):
    """What a store does whose database is away."""

    async def retrieve(self, sender_id: str) -> Any:
        raise StoreUnavailable("InterfaceError: network error")


def _agent() -> Any:
    """An agent as Rasa makes one: its store wrapped so that failures pass unseen."""
    store = FailSafeTrackerStore(_Broken(Domain.empty()))
    processor = SimpleNamespace(tracker_store=store)

    async def get_tracker(sender: str) -> Any:
        return await processor.tracker_store.get_or_create_tracker(sender)

    processor.get_tracker = get_tracker
    return SimpleNamespace(processor=processor, tracker_store=store, lock_store=InMemoryLockStore())


def test_a_conversation_that_cannot_be_read_is_not_begun_anew() -> None:
    with pytest.raises(StoreUnavailable):
        asyncio.run(handle(_agent(), QUESTION))


def test_it_is_told_as_away_so_that_it_is_asked_again_for_a_day() -> None:
    async def handler(_request: Any) -> Any:
        raise StoreUnavailable("InterfaceError: network error")

    answer = asyncio.run(away_as_503(handler)(SimpleNamespace()))  # type: ignore[arg-type]
    assert answer.status == 503
    assert b"network error" in (answer.body or b"")
