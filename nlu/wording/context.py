"""The words for what the last answer was about, to read a short follow-up with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from knowledge.library import Library

_MOST_WORDS = 12
_PLAIN_KINDS = {"stage": "stage {}", "risk_group": "{} risk", "disease_state": "{} neuroblastoma"}


class Slots(Protocol):
    """What is needed of a tracker."""

    def get_slot(self, key: str) -> Any:
        """The value of a slot, None when it was never set."""


def is_short(text: str) -> bool:
    """Whether a message is short enough to be read with the one before."""
    return len(text.split()) <= _MOST_WORDS


def context_phrases(library: Library) -> dict[str, str]:
    """For every topic its title, for every subject its name."""
    phrases = {topic.id: topic.title for topic in library.topics.values()}
    for subject in library.subjects.values():
        phrases[subject.id] = _PLAIN_KINDS.get(subject.kind, "{}").format(subject.value)
    return phrases


def context_phrase(tracker: Slots, phrases: Mapping[str, str]) -> str:
    """What the last answer was about, in words; empty at the start of a conversation."""
    subject = phrases.get(tracker.get_slot("subject") or "", "")
    topic = phrases.get(tracker.get_slot("topic") or "", "")
    return topic if subject.lower() in topic.lower() else f"{topic} {subject}"
