"""Find phrases in a list of words, the longest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lookup(Generic[Value]):
    """Phrases (words joined by a space) and what each stands for."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        """Index the phrases by their words."""
        self._phrases = {tuple(phrase.split()): value for phrase, value in phrases.items()}
        self._longest = max((len(words) for words in self._phrases), default=0)

    def find(self, words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[Value, int, int]]:
        """Each phrase found in ``words`` (text, start, end), with the offsets it covers; none overlap."""
        at = 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                value = self._phrases.get(tuple(word for word, _, _ in words[at : at + length]))
                if value is not None:
                    yield value, words[at][1], words[at + length - 1][2]
                    at += length - 1
                    break
            at += 1
