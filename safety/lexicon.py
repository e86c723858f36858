"""The words of all patterns, the sets they form, and how a typed word is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from safety.spelling import LONGEST, Spelling

Reading = tuple[tuple[str, ...], ...]
NOTHING: Reading = ((),)
_REMEMBERED = 8192
_RANGE = "#"
_PRONOUNS = frozenset(
    ("he", "she", "it", "that", "there", "what", "who", "where", "how", "here", "this", "everything", "everyone")
)
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}


class Lexicon:
    """Sets of words ("atoms"), numbered; built while patterns are read, then closed once by ``finish``."""

    def __init__(self, short: Mapping[str, str]) -> None:
        """``short`` says what short forms and contractions without apostrophe stand for."""
        self._short = dict(short)
        self._atoms: dict[frozenset[str], int] = {}
        self._words: list[frozenset[str]] = []
        self._known_words: set[str] = set()
        self._ranges: dict[str, tuple[float, float]] = {}
        self._spelling = Spelling((), ())
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)
        self.number = lru_cache(maxsize=_REMEMBERED)(self._number)

    def atom(self, words: Iterable[str]) -> int:
        """The number of a set of words; the same set has the same number."""
        wanted = frozenset(words)
        if wanted not in self._atoms:
            self._atoms[wanted] = len(self._atoms)
            self._words.append(wanted)
            for word in wanted:
                self._enter(word)
        return self._atoms[wanted]

    def _enter(self, word: str) -> None:
        if word.startswith(_RANGE):
            low, _, high = word[1:].partition("-")
            self._ranges[word] = (float(low or 0), float(high or low or "inf"))
        else:
            self._known_words.add(word)

    @property
    def words(self) -> frozenset[str]:
        """Every word some pattern or short form knows."""
        return frozenset(self._known_words) | frozenset(self._short)

    def words_of(self, atom: int) -> frozenset[str]:
        """The words of a set."""
        return self._words[atom]

    def said(self, word: str) -> list[str]:
        """The words a pattern's ``word`` stands for: itself, or what it is short for."""
        return self._short.get(word.lower(), word.lower()).split()

    def finish(self, look_alikes: Iterable[str]) -> None:
        """Index the words for misspellings; no pattern may be added afterwards."""
        known = self.words
        self._spelling = Spelling(known, set(look_alikes) - known)
        self.read.cache_clear()

    def _number(self, typed: str) -> Reading:
        """The number itself and the ranges it lies in."""
        try:
            value = float(typed.replace(",", "."))
        except (ValueError, OverflowError):
            return NOTHING
        found = [name for name, (low, high) in self._ranges.items() if low <= value <= high]
        return ((typed, *found),)

    def _read(self, typed: str) -> Reading:
        if len(typed) > LONGEST:
            return NOTHING
        if "'" in typed:
            return self._contraction(typed)
        return self._known(typed) or self._mistyped(typed)

    def _known(self, word: str) -> Reading | None:
        if word in self._short:
            return tuple((part,) if part in self._known_words else () for part in self._short[word].split())
        return ((word,),) if word in self._known_words else None

    def _mistyped(self, typed: str) -> Reading:
        meant = self._spelling.meant(typed)
        plain = sorted(word for word in meant if word in self._known_words and word not in self._short)
        if plain:
            return (tuple(plain),)
        return (self._known(min(meant)) if meant else None) or NOTHING

    def _contraction(self, typed: str) -> Reading:
        whole = typed.replace("'", "")
        if whole in self._short:
            return self._known(whole) or NOTHING
        word, _, ending = typed.partition("'")
        if ending == "t" and word.endswith("n"):
            return self.read(word[:-1]) + self.read("not") if len(word) > 1 else NOTHING
        said = "is" if ending == "s" and word in _PRONOUNS else _ENDINGS.get(ending)
        first = self.read(word) if word else NOTHING
        if said:
            return first + self.read(said)
        return first if ending in ("s", "") else self._known(whole) or first + self.read(ending.replace("'", ""))
