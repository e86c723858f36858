"""Sessions stay short whatever the family does, for Rasa replays the session on every message."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME, SESSION_START_METADATA_SLOT
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

MOST_TURNS = 4


async def current(processor: Any, sender: str) -> DialogueStateTracker:
    """The conversation's present session, as it stands."""
    return await processor.get_tracker(sender)


async def begin(processor: Any, tracker: DialogueStateTracker, output: Any, metadata: dict[str, Any]) -> None:
    """Start a session where none is, where Rasa says it expired, and where it had its number of turns."""
    if turns(tracker) >= MOST_TURNS:
        tracker.update_with_events(_new_session(tracker), processor.domain)
    else:
        await processor._update_tracker_session(tracker, output, metadata)


def turns(tracker: DialogueStateTracker) -> int:
    """How often the family wrote in the present session."""
    count = 0
    for event in reversed(tracker.events):
        if isinstance(event, SessionStarted):
            break
        count += isinstance(event, UserUttered)
    return count


def _new_session(tracker: DialogueStateTracker) -> list[Event]:
    """What Rasa's own start of a session does, but each slot once: Rasa carries every change of every session."""
    values = tracker.current_slot_values().items()
    kept = [SlotSet(name, value) for name, value in values if value is not None and name != SESSION_START_METADATA_SLOT]
    return [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), *kept, ActionExecuted(ACTION_LISTEN_NAME)]
