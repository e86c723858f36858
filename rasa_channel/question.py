"""What the gateway asks."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

_LONGEST = 64  # of a conversation's id in the database


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
        """Read JSON. Raises QuestionError."""
        if not isinstance(body, dict):
            raise QuestionError("the body must be a JSON object")
        for name, kind in (("sender", str), ("text", str), ("update_id", int)):
            if not isinstance(body.get(name), kind) or body[name] == "":
                raise QuestionError(f"`{name}` is missing or of the wrong kind")
        optional = {name: body[name] for name in ("language", "country") if isinstance(body.get(name), str)}
        if len(body["sender"]) > _LONGEST:
            raise QuestionError(f"`sender` is longer than {_LONGEST} characters")
        return cls(body["sender"], body["text"], body["update_id"], **optional)

    @property
    def metadata(self) -> dict[str, Any]:
        """What is kept with the message, and what actions see."""
        return {
            "update_id": self.update_id,
            "language": self.language,
            "country": self.country,
            "received": self.received,
        }
