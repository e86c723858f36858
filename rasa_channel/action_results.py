"""Rasa's check of what an action gave, spared where it is plain that nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa.core.actions.action import RemoteAction

_SLOT = {"event", "timestamp", "name", "value"}
_PARTS = {"events", "responses"}
Check = Callable[[RemoteAction, Any], bool]


def plainly_right(result: Any) -> bool:
    """Whether there are but slots set and messages, in the form Rasa wants them: all that our actions ever give."""
    if not isinstance(result, dict) or set(result) != _PARTS:
        return False
    events, responses = result["events"], result["responses"]
    lists = isinstance(events, list) and isinstance(responses, list)
    return lists and all(map(_sets_a_slot, events)) and all(isinstance(one, dict) for one in responses)


def _sets_a_slot(event: Any) -> bool:
    known = isinstance(event, dict) and event.get("event") == "slot" and {"name", "value"} <= set(event) <= _SLOT
    return known and isinstance(event["name"], str) and isinstance(event.get("timestamp"), int | float | None)


def check_quickly() -> None:
    """Ask Rasa's own check, a tenth of a message's time, only of other results; it raises for wrong ones as ever."""
    if isinstance(RemoteAction._validate_action_result, _Quick):
        return
    RemoteAction._validate_action_result = _Quick(RemoteAction._validate_action_result)


class _Quick:
    """A method that looks first itself."""

    def __init__(self, thorough: Check) -> None:
        self._thorough = thorough

    def __get__(self, action: RemoteAction | None, _kind: object = None) -> Any:
        return self if action is None else lambda result: plainly_right(result) or self._thorough(action, result)
