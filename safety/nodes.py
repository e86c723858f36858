"""What a pattern is made of. Every place where a message may match is followed at once.

A set of places in a message is a whole number: bit *i* stands for the gap before
word *i*. A node takes the places where it may begin and gives those where it may
end, so the work grows with the length of the message and never with the number of
ways to match it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

_LARGEST_STRIDE = 3


class Places(Protocol):
    """What a node needs of a message."""

    @property
    def masks(self) -> Mapping[int, int]:
        """The places of each set of words."""

    seen: dict[str, int]
    alive: dict[int, tuple[int, tuple[Node, ...]]]
    breaks: int
    questions: int
    inside: int
    strides: tuple[int, ...]
    everywhere: int


class Node(Protocol):
    """A part of a pattern."""

    def ends(self, starts: int, message: Places) -> int:
        """The places where this part may end if it begins at ``starts``."""


@dataclass(frozen=True)
class Word:
    """Any word of one set; ``within`` where no sentence ends before it."""

    atom: int
    within: bool = False

    def ends(self, starts: int, message: Places) -> int:
        """Step over the word."""
        if self.within:
            starts &= message.inside
        return (starts & message.masks[self.atom]) << 1


@dataclass(frozen=True)
class Gap:
    """Up to so many words of any kind, within a sentence or ``across`` its end; ``leading`` where a sentence begins."""

    most: int
    across: bool = False
    leading: bool = False

    def ends(self, starts: int, message: Places) -> int:
        """Stay, or step over up to ``most`` words."""
        if self.leading:
            starts |= starts << 1
        for power in doublings(self.most - self.leading):
            starts |= (starts if self.across else starts & message.strides[power]) << (1 << power)
        return starts & message.everywhere


@lru_cache
def doublings(most: int) -> tuple[int, ...]:
    """Steps of 1, 2, 4 and 8, as powers of two, by which every number up to ``most`` can be reached."""
    found: list[int] = []
    power = 0
    while most > 0:
        while 1 << power > most:
            power -= 1
        found.append(power)
        most -= 1 << power
        power = min(power + 1, _LARGEST_STRIDE)
    return tuple(found)


@dataclass(frozen=True)
class Maybe:
    """A part that may be left out."""

    part: Node

    def ends(self, starts: int, message: Places) -> int:
        """Stay, or step over the part."""
        return starts | self.part.ends(starts, message)


@dataclass(frozen=True)
class Either:
    """One of several parts."""

    parts: tuple[Node, ...]
    # Of many parts, those that need a word, as bits of a number, and those that need none.
    by_word: Mapping[str, int] = field(default_factory=dict, compare=False)
    free: int = -1

    def ends(self, starts: int, message: Places) -> int:
        """Step over whichever part is there; parts that are nowhere in the message are tried once only."""
        known = message.alive.get(id(self))
        if known is None:
            known = message.alive[id(self)] = self._alive(message)
        anywhere, alive = known
        if starts == message.everywhere:
            return anywhere
        ends = 0
        for part in alive:
            ends |= part.ends(starts, message)
        return ends

    def _alive(self, message: Places) -> tuple[int, tuple[Node, ...]]:
        anywhere, alive = 0, []
        for part in self._possible(message):
            if found := part.ends(message.everywhere, message):
                anywhere |= found
                alive.append(part)
        return anywhere, tuple(alive)

    def _possible(self, message: Places) -> Iterator[Node]:
        if self.free < 0:
            yield from self.parts
            return
        bits = self.free
        for word in self.by_word.keys() & message.seen.keys():
            bits |= self.by_word[word]
        while bits:
            lowest = bits & -bits
            yield self.parts[lowest.bit_length() - 1]
            bits ^= lowest


@dataclass(frozen=True)
class Sequence:
    """Parts one after another, within a sentence."""

    parts: tuple[Node, ...]

    def ends(self, starts: int, message: Places) -> int:
        """Step over all parts in turn."""
        for part in self.parts:
            starts = part.ends(starts, message)
            if not starts:
                return 0
        return starts


@dataclass(frozen=True)
class Within:
    """A place that is not the border between two sentences: words of a phrase belong together."""

    def ends(self, starts: int, message: Places) -> int:
        """Stay where no sentence ends."""
        return starts & message.inside


@dataclass(frozen=True)
class Border:
    """The beginning or end of a sentence; ``asked``: the end of a question."""

    asked: bool = False

    def ends(self, starts: int, message: Places) -> int:
        """Stay at such a border."""
        return starts & (message.questions if self.asked else message.breaks)
