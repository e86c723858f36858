"""What a conversation remembers from turn to turn: one slot a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

_KEPT_REPLIES = 3


@dataclass(frozen=True)
class Memory:
    """The slots. ``subject`` is what the last answer was about (``stage:MS``); ``offered`` what can be chosen.

    ``misses`` counts turns in a row that were not understood, ``asked`` the doctor's
    questions already given on the topic, ``told`` whether the longer answer was;
    ``said`` holds the last replies, newest last. ``country`` is an ISO code; ``questions`` are
    references to the questions kept for the doctor, oldest first.
    """

    topic: str | None = None
    subject: str | None = None
    stage: str | None = None
    risk_group: str | None = None
    disease_state: str | None = None
    offered: tuple[str, ...] = ()
    misses: int = 0
    asked: int = 0
    told: bool = False
    said: tuple[str, ...] = ()
    country: str | None = None
    questions: tuple[str, ...] = ()

    @classmethod
    def from_slots(cls, slots: Mapping[str, Any]) -> Memory:
        """Read the memory from a tracker's slots; a slot never set has its default."""
        known = {f.name: slots[f.name] for f in fields(cls) if slots.get(f.name) is not None}
        for name in ("offered", "said", "questions"):
            known[name] = tuple(known.get(name, ()))
        for name in ("misses", "asked"):
            known[name] = int(known.get(name, 0))
        return cls(**known)

    def to_slots(self) -> dict[str, Any]:
        """The memory as slot values, ready for JSON."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    def with_slot(self, name: str, value: str | None) -> Memory:
        """The memory with one fact about the child changed: stage, risk group or disease state."""
        return replace(self, **{name: value})  # type: ignore[arg-type]  # all three are text or None

    def after_saying(self, text: str) -> tuple[str, ...]:
        """The replies to remember once ``text`` was said."""
        return (*self.said, text)[-_KEPT_REPLIES:]
