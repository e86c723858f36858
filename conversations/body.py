"""The text of a turn: one encrypted value, so that a database without its key says nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from cryptography.fernet import InvalidToken, MultiFernet

MOST_RANKED = 5


class Unreadable(ValueError):
    """The text cannot be decrypted with the keys at hand."""


@dataclass(frozen=True)
class Body:
    """What was said, scrubbed, and what was understood.

    ``replies``: ``{"text", "buttons": [titles]}`` each. ``ranking``: ``[intent, confidence]``, likeliest first, at
    most five. ``phrase``: the words a safety rule fired on. ``parts``: what the message fell into, when it asked
    several things.
    """

    said: str
    replies: Sequence[dict[str, Any]] = ()
    ranking: Sequence[Sequence[Any]] = ()
    entities: Sequence[dict[str, Any]] = ()
    phrase: str | None = None
    parts: Sequence[Any] = field(default=())

    def seal(self, box: MultiFernet) -> bytes:
        """Encrypt it, as it stands in ``turns.body``."""
        content = {**asdict(self), "ranking": [list(each) for each in self.ranking[:MOST_RANKED]]}
        return box.encrypt(json.dumps(content).encode())

    @classmethod
    def open(cls, token: bytes, box: MultiFernet) -> Body:
        """Decrypt ``turns.body``. Raises Unreadable when none of the keys fits."""
        try:
            return cls(**json.loads(box.decrypt(bytes(token))))
        except InvalidToken as error:
            raise Unreadable(
                "a text cannot be decrypted: its key is not in CONVERSATIONS_KEY or the key file"
            ) from error
