"""One conversation as it is kept: given out whole, and erased whole."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore, RedisTrackerStore
from rasa.shared.core.events import BotUttered, Event, UserUttered

from conversations.consent import consent_of
from conversations.database import answering
from conversations.erasing import erase as erase_everywhere
from conversations.reading import conversation
from rasa_channel.store import innermost, ours, unwrapped


class NotErasable(RuntimeError):
    """The tracker store is of a kind this channel cannot erase from."""


async def export(agent: Any, sender: str) -> dict[str, Any]:
    """What was said, in order, and what is remembered; of our own store also each turn's labels, and the consent."""
    tracker = await unwrapped(agent).tracker_store.retrieve_full_tracker(sender)
    events = tracker.events if tracker else ()
    said = [_line(event) for event in events if isinstance(event, UserUttered | BotUttered)]
    values = tracker.current_slot_values() if tracker else {}
    remembered = {name: value for name, value in values.items() if value is not None}
    return {"said": said, "remembered": remembered, **_kept(agent, sender)}


def _kept(agent: Any, sender: str) -> dict[str, Any]:
    store = ours(agent.tracker_store)
    if store is None:
        return {}
    with answering(), store.engine.connect() as connection:
        turns = conversation(connection, sender, store.keeper.keys.box)
        return {"turns": turns, "consent": consent_of(connection, sender)}


def _line(event: Event) -> dict[str, Any]:
    who = "family" if isinstance(event, UserUttered) else "assistant"
    at = datetime.fromtimestamp(event.timestamp, timezone.utc).isoformat(timespec="seconds")
    return {"who": who, "at": at, "text": event.text}


async def erase(agent: Any, sender: str) -> dict[str, Any]:
    """Forget the conversation, between two turns of it; the receipt. Raises NotErasable and StoreUnavailable."""
    async with agent.lock_store.lock(sender):
        store = innermost(agent.tracker_store)
        if (own := ours(store)) is not None:
            receipt, counts = erase_everywhere(own.engine, own.settings, sender)
            return {"receipt": receipt, "counts": counts}
        if isinstance(store, InMemoryTrackerStore):
            store.store.pop(sender, None)
        elif isinstance(store, RedisTrackerStore):
            store.red.delete(store.key_prefix + sender)
        else:
            raise NotErasable(f"conversations cannot be erased from a {type(store).__name__}")
        return {}
