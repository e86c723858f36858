"""Where the agent keeps conversations."""

from __future__ import annotations

from typing import Any

from conversations.tracker_store import ConversationStore


def innermost(store: Any) -> Any:
    """The store itself: Rasa wraps it to survive its failures."""
    while hasattr(store, "_tracker_store"):
        store = store._tracker_store
    return store


def unwrapped(agent: Any) -> Any:
    """The agent, its store no longer wrapped.

    When the store fails, Rasa's wrapper begins the talk anew, answers without what was said before, and keeps the
    answer where nobody finds it again. Asking once more, when the store is back, is better.
    """
    for keeper in (agent, agent.processor):
        keeper.tracker_store = innermost(keeper.tracker_store)
    return agent


def ours(store: Any) -> ConversationStore | None:
    """The store where it is ours; None where Rasa was given another, which knows neither turns nor consent."""
    found = innermost(store)
    return found if isinstance(found, ConversationStore) else None
