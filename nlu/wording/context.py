"""Follow-ups: short messages that are read after the words for the last answer's topic."""

from __future__ import annotations

import re

from knowledge.library import Library

_MOST_WORDS = 12
# An example in nlu/follow_ups: the topic of the last answer, then what the family typed next.
_EXAMPLE = re.compile(r"(?P<topic>[a-z0-9.-]+) > (?P<text>.+)")


def is_short(text: str) -> bool:
    """Whether a message is short enough to be read with the one before."""
    return len(text.split()) <= _MOST_WORDS


def context_phrases(library: Library) -> dict[str, str]:
    """The words for every topic: its title."""
    return {topic.id: topic.title for topic in library.topics.values()}


def follow_up(example: str) -> tuple[str, str] | None:
    """The topic a follow-up's example leans on, and its words; None for an example that stands alone."""
    found = _EXAMPLE.fullmatch(example)
    return (found["topic"], found["text"]) if found else None
