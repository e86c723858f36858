"""A message cut into words, with the places of every known word and of the borders between sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from safety.fold import as_typed, fold
from safety.lexicon import Lexicon, Reading
from safety.nodes import Node

_PIECES = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)"
    r"|(?P<stop>[.!?;\n…]+)"
    r"|(?P<comma>[,:()\"“”–—*]| -+ )"
    r"|(?P<sign>[^\w\s\-'/@#$^_=<>|~{}\[\]\\])"
)
_FEW = 8
# From so many sentences on the patterns are chosen for each sentence.
_MANY_SENTENCES = 8
# Of a flood only the beginning and the end are read: so many words and pieces, and so many letters of the end.
_MOST_WORDS = 350
_MOST_PIECES = 550
_LONGEST_HEAD = 10_000
_LONGEST_TAIL = 2500
_COUNTED = ("word", "number", "sign")


def _bits(places: list[int], size: int) -> int:
    """The places as a number, built in one go when they are many."""
    if len(places) <= _FEW:
        return sum(1 << place for place in places)
    raw = bytearray(size // 8 + 1)
    for place in places:
        raw[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(raw, "little")


def _strides(inside: int) -> tuple[int, ...]:
    """Where 1, 2, 4 and 8 steps can be taken without leaving the sentence."""
    found = [inside]
    for step in (1, 2, 4):
        found.append(found[-1] & found[-1] >> step)
    return tuple(found)


def _head(folded: str) -> tuple[list[re.Match[str]], int]:
    """The pieces of the first words, and where reading stopped."""
    found, words = [], 0
    for piece in _PIECES.finditer(folded, 0, _LONGEST_HEAD):
        found.append(piece)
        words += piece.lastgroup in _COUNTED
        if words == _MOST_WORDS or len(found) == _MOST_PIECES:
            return found, piece.end()
    return found, min(len(folded), _LONGEST_HEAD)


def _tail(folded: str, start: int) -> tuple[list[re.Match[str]], bool]:
    """The last pieces after ``start``, and whether something in between was left out."""
    near = max(start, len(folded) - _LONGEST_TAIL)
    found = list(_PIECES.finditer(folded, near))
    kept = found[-_MOST_PIECES:]
    return kept, near > start or len(kept) < len(found)


class Masks(dict[int, int]):
    """The places of each set of words, worked out when first asked for."""

    def __init__(self, seen: dict[str, int], lexicon: Lexicon) -> None:
        """``seen`` gives the places of each word read."""
        super().__init__()
        self._seen, self._known, self._lexicon = seen, frozenset(seen), lexicon

    def __missing__(self, atom: int) -> int:
        """The places where any word of the set stands."""
        here, seen = 0, self._seen
        for word in self._lexicon.words_of(atom) & self._known:
            here |= seen[word]
        self[atom] = here
        return here


class Message:
    """The places of a message: bit *i* of a mask stands for word *i*, or for the gap before it."""

    def __init__(self, text: str, lexicon: Lexicon, signs: dict[str, str]) -> None:
        """``signs`` says which emoji are read as words."""
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._places: dict[str, tuple[Reading, list[int]]] = {}
        self._stops, self._questions, self._commas = [0], [0], [0]
        folded = fold(text)
        self._folded_size = len(folded)
        self._cut(folded, lexicon, signs)
        self.seen: dict[str, int] = {}
        self.alive: dict[int, tuple[int, tuple[Node, ...]]] = {}
        self._lay_out()
        self.masks = Masks(self.seen, lexicon)
        self.sentences = self._sentences()

    def _cut(self, folded: str, lexicon: Lexicon, signs: dict[str, str]) -> None:
        head, end = _head(folded)
        self._read(head, lexicon, signs)
        if end < len(folded):
            tail, shortened = _tail(folded, end)
            if shortened:
                self._stop(asked=False)
            self._read(tail, lexicon, signs)

    def _read(self, pieces: list[re.Match[str]], lexicon: Lexicon, signs: dict[str, str]) -> None:
        for piece in pieces:
            kind, typed = piece.lastgroup, piece[0]
            if typed in self._places:
                self._add(self._places[typed], piece.span())
            elif kind == "word":
                self._enter(typed, lexicon.read(typed.rstrip("'")), piece.span())
            elif kind == "number":
                self._enter(typed, lexicon.number(typed), piece.span())
            elif kind == "stop":
                self._stop(asked="?" in typed)
            elif kind == "comma":
                self._commas.append(len(self._spans))
            elif typed in signs:
                self._enter(typed, lexicon.read(signs[typed]), piece.span())

    def _enter(self, typed: str, reading: Reading, span: tuple[int, int]) -> None:
        entry = self._places[typed] = (reading, [])
        self._add(entry, span)

    def _add(self, entry: tuple[Reading, list[int]], span: tuple[int, int]) -> None:
        reading, places = entry
        places.append(len(self._spans))
        if len(reading) == 1:
            self._spans.append(span)
        else:
            self._spans.extend([span] * len(reading))

    def _stop(self, *, asked: bool) -> None:
        self._stops.append(len(self._spans))
        if asked:
            self._questions.append(len(self._spans))

    def _lay_out(self) -> None:
        size = self.size = len(self._spans)
        self.everywhere = (1 << (size + 1)) - 1
        self.words = (1 << size) - 1
        self.breaks = _bits(sorted({*self._stops, size}), size + 1)
        self.questions = _bits(sorted(set(self._questions[1:])), size + 1)
        self.commas = _bits(sorted({*self._commas, *self._stops, size}), size + 1)
        self.inside = self.everywhere & ~self.breaks
        self.strides = _strides(self.inside)
        seen = self.seen
        for reading, places in self._places.values():
            for offset, words in enumerate(reading):
                here = _bits(places, size) << offset if words else 0
                for word in words:
                    seen[word] = seen.get(word, 0) | here

    def _sentences(self) -> list[set[str]]:
        """The words of each sentence, where there are so many that it is worth knowing."""
        if len(self._stops) < _MANY_SENTENCES:
            return []
        found: dict[int, set[str]] = {}
        for reading, places in self._places.values():
            words = {word for part in reading for word in part}
            for place in places if words else ():
                found.setdefault(bisect_right(self._stops, place), set()).update(words)
        return list(found.values())

    def blank(self, words: int) -> None:
        """Take ``words`` out, as if they could not be read."""
        for word, places in self.seen.items():
            self.seen[word] = places & ~words
        self.masks.clear()
        self.alive.clear()

    def quote(self, first: int, after: int) -> str:
        """The words from ``first`` up to ``after``, as typed."""
        start, end = self._spans[first][0], self._spans[after - 1][1]
        return as_typed(self._text, self._folded_size, start, end)
