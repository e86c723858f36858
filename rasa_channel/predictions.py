"""What the rules say next, remembered: where only intent and last action decide, they are asked once for each pair."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

Predict = Callable[[DialogueStateTracker], PolicyPrediction]


def decided_by_intent(domain: Domain) -> bool:
    """Whether no slot and no form has a say in what comes next."""
    return not domain.form_names and not any(slot.influence_conversation for slot in domain.slots)


class Remembered:
    """Asks ``predict`` for a pair it has not seen. Rasa runs through all rules twice a message, a tenth of its time."""

    def __init__(self, predict: Predict) -> None:
        """``predict`` is the processor's own."""
        self._predict = predict
        self._known: dict[tuple[str, str], PolicyPrediction] = {}

    def __call__(self, tracker: DialogueStateTracker) -> PolicyPrediction:
        """The prediction; its events are new ones, of now."""
        pair = _pair(tracker)
        if pair is None:
            return self._predict(tracker)
        if pair not in self._known:
            self._known[pair] = self._predict(tracker)
        return _afresh(self._known[pair])


def _pair(tracker: DialogueStateTracker) -> tuple[str, str] | None:
    """The latest intent and the latest action; None when something else decides."""
    intent = (tracker.latest_message.intent or {}).get("name") if tracker.latest_message else None
    action = tracker.latest_action_name
    odd = tracker.followup_action or tracker.active_loop_name or not intent or not action
    return None if odd else (str(intent), str(action))


def _afresh(prediction: PolicyPrediction) -> PolicyPrediction:
    again = copy.copy(prediction)
    again.events, again.optional_events = _now(prediction.events), _now(prediction.optional_events)
    return again


def _now(events: list[Any]) -> list[Any]:
    copies = [copy.copy(event) for event in events]
    for event in copies:
        event.timestamp = time.time()
    return copies
