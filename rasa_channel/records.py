"""One conversation as Rasa keeps it: given out whole, and erased whole."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore, RedisTrackerStore, SQLTrackerStore
from rasa.shared.core.events import BotUttered, Event, UserUttered
from sqlalchemy import text


class NotErasable(RuntimeError):
    """The tracker store is of a kind this channel cannot erase from."""


async def export(agent: Any, sender: str) -> dict[str, Any]:
    """What was said, in order, and what is remembered."""
    tracker = await agent.tracker_store.retrieve_full_tracker(sender)
    if tracker is None:
        return {"said": [], "remembered": {}}
    said = [_line(event) for event in tracker.events if isinstance(event, UserUttered | BotUttered)]
    remembered = {name: value for name, value in tracker.current_slot_values().items() if value is not None}
    return {"said": said, "remembered": remembered}


def _line(event: Event) -> dict[str, Any]:
    who = "family" if isinstance(event, UserUttered) else "assistant"
    at = datetime.fromtimestamp(event.timestamp, timezone.utc).isoformat(timespec="seconds")
    return {"who": who, "at": at, "text": event.text}


async def erase(agent: Any, sender: str) -> None:
    """Forget the conversation, between two turns of it. Raises NotErasable."""
    async with agent.lock_store.lock(sender):
        store = _innermost(agent.tracker_store)
        if isinstance(store, InMemoryTrackerStore):
            store.store.pop(sender, None)
        elif isinstance(store, RedisTrackerStore):
            store.red.delete(store.key_prefix + sender)
        elif isinstance(store, SQLTrackerStore):
            _erase_rows(store, sender)
        else:
            raise NotErasable(f"conversations cannot be erased from a {type(store).__name__}")


def _innermost(store: Any) -> Any:
    """The store itself: Rasa wraps it to survive its failures."""
    while hasattr(store, "_tracker_store"):
        store = store._tracker_store
    return store


def _erase_rows(store: SQLTrackerStore, sender: str) -> None:
    with store.session_scope() as session:
        if store.engine.dialect.name == "sqlite":
            session.execute(text("PRAGMA secure_delete = ON"))
        session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == sender).delete()
        session.commit()
