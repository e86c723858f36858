"""The class of each kind of event, looked for once: Rasa looks through all of its classes for every event it reads."""

from __future__ import annotations

from functools import cache

from rasa.shared.core.events import Event


def remember() -> None:
    """Let Rasa find a class it found before at once. An unknown kind is a fault as ever."""
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(cache(Event.resolve_by_type))
