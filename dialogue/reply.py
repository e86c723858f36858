"""One message of the assistant: what people read, and what the record keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogue.memory import Memory
from dialogue.outcome import Outcome


@dataclass(frozen=True)
class Button:
    """A button: its words, and the intent it sends (at most 64 bytes, Telegram's limit)."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """A message. ``version`` is the topic's content hash; ``suggestions`` are topic ids offered.

    ``sheet`` are questions to print on one page for the appointment.
    """

    outcome: Outcome
    text: str
    topic: str | None = None
    version: str | None = None
    sources: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    sheet: tuple[str, ...] = ()

    @property
    def metadata(self) -> dict[str, Any]:
        """What is kept with the message, ready for JSON; the sheet only when there is one to print."""
        record: dict[str, Any] = {
            "outcome": self.outcome.value,
            "topic": self.topic,
            "version": self.version,
            "sources": list(self.sources),
            "suggestions": list(self.suggestions),
        }
        return {**record, "sheet": list(self.sheet)} if self.sheet else record


@dataclass(frozen=True)
class Step:
    """The reply to a turn, and what the conversation remembers after it."""

    reply: Reply
    memory: Memory
