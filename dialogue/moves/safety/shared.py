"""What the safety moves share: words not said lately, the way on, and what the message asks besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue.memory import Memory
from dialogue.reply import Button
from dialogue.thresholds import BESIDE_SAFETY_FROM
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library
from knowledge.model import Topic
from safety.reply_kinds import kind_of

_WORDINGS = 6


def kind(turn: Turn) -> str:
    """The kind of emergency, question or distress."""
    return kind_of(turn.safety.category, turn.safety.rule, turn.text) if turn.safety else "other"


def least_said(made: Callable[[int], str], memory: Memory) -> int:
    """The seed whose text repeats least of what was said lately, and of that the oldest."""

    def repeated(seed: int) -> int:
        parts = made(seed).split("\n\n")
        return sum(age * (part in said) for age, said in enumerate(memory.said, start=1) for part in parts)

    return min(range(_WORDINGS), key=repeated)


def likely_topic(turn: Turn, library: Library) -> Topic | None:
    """The topic the message most likely asks about besides; None when it is not likely enough."""
    likely = turn.best.confidence >= BESIDE_SAFETY_FROM
    return library.topics.get(turn.best.intent) if likely else None


def going_on(memory: Memory, *, offered: tuple[str, ...] = ()) -> Memory:
    """The memory afterwards: what the talk was about is kept, and the message was understood."""
    return replace(memory, misses=0, offered=offered)


def on_button() -> Button:
    """The one button that leads back to the topics."""
    return Button(text("buttons.go_on"), "/talk.menu")
