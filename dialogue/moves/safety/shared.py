"""What the safety moves share: words not said lately, the way on, and what the message asks besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogue.memory import Memory
from dialogue.reply import Button
from dialogue.thresholds import BESIDE_SAFETY_FROM, OFFER_BESIDE_SAFETY_FROM
from dialogue.turn import Turn
from dialogue.understand import understand
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


@dataclass(frozen=True)
class Besides:
    """What the message asks beside what safety found: a topic that is likely enough to be told, and some to offer."""

    topic: Topic | None = None
    offered: tuple[str, ...] = ()


def besides(turn: Turn, memory: Memory, library: Library, most: int = 2) -> Besides:
    """Read the message as if it held no alarm; ``most`` topics are offered, the one that can be told among them.

    A question taken for an alarm is then one press away from its answer.
    """
    likely = [(t, weight) for t, weight in understand(turn, memory, library).targets if t in library.topics]
    offered = tuple(t for t, weight in likely if weight >= OFFER_BESIDE_SAFETY_FROM)[:most]
    told = likely[0][0] if likely and likely[0][1] >= BESIDE_SAFETY_FROM else ""
    return Besides(library.topics.get(told), offered)


def going_on(memory: Memory, *, offered: tuple[str, ...] = ()) -> Memory:
    """The memory afterwards: what the talk was about is kept, and the message was understood."""
    return replace(memory, misses=0, offered=offered)


def on_button() -> Button:
    """The button that leads back to the topics."""
    return Button(text("buttons.go_on"), "/talk.menu")
