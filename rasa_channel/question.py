"""What the gateway asks."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any

_LONGEST = {"sender": 64, "text": 10_000}  # of an id in the database; of more than two messages of Telegram's
_SHORT = 80  # of other texts, such as the id of a topic
_FORMS = {"language": re.compile(r"[\w-]{1,35}", re.ASCII), "country": re.compile(r"[A-Z]{2}")}
_MOST = 2**63 - 1


class QuestionError(ValueError):
    """The request is not a question; the message names the field."""


@dataclass(frozen=True)
class Question:
    """``sender`` is the conversation's pseudonym; an ``update_id`` is handled once however often it comes.

    ``received`` is in Unix seconds; how long the answer took is counted from it.
    """

    sender: str
    text: str
    update_id: int
    language: str | None = None
    country: str | None = None
    received: float = field(default_factory=time.time)

    @classmethod
    def read(cls, body: Any) -> Question:
        """Read JSON; a language or country of an odd form is left out. Raises QuestionError."""
        if not isinstance(body, dict):
            raise QuestionError("the body must be a JSON object")
        sender, text = (text_of(body, name) for name in ("sender", "text"))
        number = body.get("update_id")
        if not isinstance(number, int) or isinstance(number, bool) or not -_MOST <= number <= _MOST:
            raise QuestionError("`update_id` is missing or no number that can be kept")
        known = {name: body[name] for name in _FORMS if isinstance(body.get(name), str)}
        optional = {name: value for name, value in known.items() if _FORMS[name].fullmatch(value)}
        return cls(sender, text, number, **optional)

    @property
    def metadata(self) -> dict[str, Any]:
        """What is kept with the message, and what actions see."""
        return {
            "update_id": self.update_id,
            "language": self.language,
            "country": self.country,
            "received": self.received,
        }


def text_of(body: Any, name: str) -> str:
    """The text ``body`` has under ``name``. Raises QuestionError for none, or one that no database can hold."""
    found = body.get(name) if isinstance(body, dict) else None
    if not isinstance(found, str) or not found:
        raise QuestionError(f"`{name}` is missing or no text")
    most = _LONGEST.get(name, _SHORT)
    if len(found) > most:
        raise QuestionError(f"`{name}` is longer than {most} characters")
    if "\0" in found or any("\ud800" <= character <= "\udfff" for character in found):
        raise QuestionError(f"`{name}` holds NUL or half a character")
    return found
