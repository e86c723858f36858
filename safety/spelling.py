"""Which known words a mistyped one may be: one slip in words of five letters or more, or repeated letters.

A slip is a letter too many, too few, wrong, or two neighbours swapped. The known
words are indexed once by what is left when a letter is taken out, so a look-up
costs as many steps as the word has letters, however many words are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

SHORTEST = 5
LONGEST = 24
_RUN = re.compile(r"(.)\1+")


def _without_one(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def one_slip(typed: str, word: str) -> bool:
    """Whether ``typed`` is ``word`` with at most one slip."""
    if len(typed) > len(word):
        typed, word = word, typed
    start = 0
    while start < len(typed) and typed[start] == word[start]:
        start += 1
    left, right = typed[start:], word[start:]
    if len(typed) < len(word):
        return len(word) - len(typed) == 1 and left == right[1:]
    swapped = right[1:2] + right[:1] + right[2:]
    return left[1:] == right[1:] or left == swapped


class Spelling:
    """The known words, found again when mistyped; common words that only look alike are left alone."""

    def __init__(self, words: Iterable[str], look_alikes: Iterable[str]) -> None:
        """``look_alikes`` are common words one slip away from a known word."""
        self._look_alikes = frozenset(look_alikes)
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        self._by_single: dict[str, set[str]] = defaultdict(set)
        for word in words:
            self._add(word)

    def _add(self, word: str) -> None:
        self._by_single[_RUN.sub(r"\1", word)].add(word)
        if len(word) >= SHORTEST:
            for rest in (word, *_without_one(word)):
                self._by_rest[rest].add(word)

    def meant(self, typed: str) -> frozenset[str]:
        """The known words ``typed``, which is none of them, may stand for."""
        if typed in self._look_alikes or len(typed) > LONGEST:
            return frozenset()
        return self._one_slip_off(typed) | self._with_fewer_repeats(typed)

    def _one_slip_off(self, typed: str) -> frozenset[str]:
        if len(typed) < SHORTEST - 1:
            return frozenset()
        found = self._by_rest.get(typed, set())
        for rest in _without_one(typed):
            if rest in self._by_rest:
                found = found | self._by_rest[rest]
        return frozenset(word for word in found if one_slip(typed, word))

    def _with_fewer_repeats(self, typed: str) -> frozenset[str]:
        single = _RUN.sub(r"\1", typed)
        if single == typed:
            return frozenset()
        return frozenset(self._by_single.get(single, ()))
