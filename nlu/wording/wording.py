"""Bring a message to plain words: the same for training, for answering, and for entities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml
from symspellpy import SymSpell, Verbosity

_FORMS = Path(__file__).parent / "forms.yml"
_TOKEN = re.compile(r"[a-z0-9]+(?:['’./-][a-z0-9]+)*|[?]")
_ENGLISH = "frequency_dictionary_en_82_765.txt"
_MOST_ENGLISH_WORDS = 40_000  # to correct to; rarer ones are only left alone
_DOMAIN_COUNT = 10**9
_SHORTEST_CORRECTED = 5
_TWO_ERRORS_FROM = 8
_CACHED = 20_000


@dataclass(frozen=True)
class Word:
    """A plain word, and where in the message it came from (character offsets)."""

    text: str
    start: int
    end: int


def _same_length(text: str) -> str:
    """Lower case and plain apostrophes, every character keeping its place."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.replace("’", "'"))


def tokens(text: str) -> list[str]:
    """Lower-case words of ``text`` (``x-ray``, ``don't`` and ``ch14.18`` stay whole) and question marks."""
    return _TOKEN.findall(_same_length(text))


class Wording:
    """Spelling and short forms of families' messages. ``vocabulary`` holds the domain's own words."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Load English by frequency (half a second), then let the domain's words win ties."""
        data = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
        self.vocabulary = frozenset(vocabulary)
        self._forms: dict[str, str] = {str(k): str(v) for k, v in data["forms"].items()}
        self._endings: list[tuple[str, str]] = list(data["endings"].items())
        self._speller = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        self._load()
        self._correct = lru_cache(maxsize=_CACHED)(self._corrected)

    def _load(self) -> None:
        english = (files("symspellpy") / _ENGLISH).read_text(encoding="utf-8-sig")
        words = [line.split() for line in english.splitlines()]
        self._spelt_right = frozenset(self._american(word) for word, _ in words)
        for word, count in words[:_MOST_ENGLISH_WORDS]:
            self._speller.create_dictionary_entry(self._american(word), int(count))
        for word in self.vocabulary:
            self._speller.create_dictionary_entry(self._american(word), _DOMAIN_COUNT)

    def plain(self, text: str) -> str:
        """``text`` in lower case with its short forms spelt out and its typing errors mended."""
        return " ".join(word.text for word in self.words(text))

    def words(self, text: str) -> list[Word]:
        """The plain words of ``text``, each with its place; a short form gives several."""
        found = []
        for token in _TOKEN.finditer(_same_length(text)):
            found += [Word(word, *token.span()) for word in self._word(token.group()).split()]
        return found

    def _word(self, token: str) -> str:
        if token in self._forms:
            return self._forms[token]
        corrected = self._correct(self._american(token))
        return self._forms.get(corrected, corrected)

    def _american(self, word: str) -> str:
        for theirs, ours in self._endings:
            word = word.replace(theirs, ours)
        return word

    def _corrected(self, token: str) -> str:
        if len(token) < _SHORTEST_CORRECTED or not token.isalpha() or token in self._spelt_right:
            return token
        errors = 2 if len(token) >= _TWO_ERRORS_FROM else 1
        found = self._speller.lookup(token, Verbosity.TOP, max_edit_distance=errors)
        return found[0].term if found else token
