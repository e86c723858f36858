"""A line to learn from, told apart by its words alone."""

from __future__ import annotations

import hashlib
from typing import Any

from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import SAFETY


class Line(Message):
    """A message of the training data.

    Rasa hashes each message again and again, with every token and number it carries, to find
    those that stand twice, and copies it in depth for each importer it passes. What it was
    written as says as much, in a tenth of the time.
    """

    def fingerprint(self) -> str:
        """SHA-256 of the text and what it means, as hexadecimal digits."""
        written = [self.get(key) for key in (TEXT, INTENT, SAFETY)]
        return hashlib.sha256(repr(written).encode()).hexdigest()

    def __hash__(self) -> int:
        """By what is fingerprinted; equal lines have equal hashes."""
        return hash((self.get(TEXT), self.get(INTENT), self.get(SAFETY)))

    def __deepcopy__(self, _memo: dict[int, Any]) -> Line:
        """A line of its own, whose values are shared: nothing changes them in place."""
        return Line(dict(self.data), set(self.output_properties), self.time, list(self.features))
