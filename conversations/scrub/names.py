"""Names of people: those of the list, and what follows words such as "my son" or "my name is"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from conversations.scrub.ordinary import is_ordinary, names, people

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_PARTS = 3
_ENDINGS = ("s", "ed", "ing", "ly", "n't", "nt", "'ll", "'ve", "'d")
_MEDICINES = (
    *("mab", "nib", "platin", "rubicin", "mycin", "cillin", "azole", "setron", "zepam", "prazole", "statin", "vir"),
    *(
        "floxacin",
        "cycline",
        "sartan",
        "olol",
        "pril",
        "caine",
        "amide",
        "idine",
        "imus",
        "tecan",
        "poside",
        "cristine",
    ),
    *("blastine", "phan", "sulfan", "toin", "codone", "morphone", "profen", "retin", "onide", "asone", "olone"),
)
_TITLE_CASE, _FEW = 0.7, 4
_MARK = "<NAME>"


@dataclass(frozen=True)
class Word:
    """A word of the text; ``start`` and ``end`` leave out a possessive ``'s``. ``small`` has no capitals.

    ``capital``: it begins with one. ``family``: only the first letter is one, as of a surname.
    """

    start: int
    end: int
    small: str
    capital: bool
    family: bool


def without_names(text: str) -> str:
    """Replace each name, surname and all, by one mark."""
    spans = sorted(_Reader(text).names())
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts += [text[at:start], _MARK]
            at = end
    return "".join([*parts, text[at:]])


class _Reader:
    """One text, its words, and what is a name among them."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = _small(text)
        self._kept = [found.span() for found in _leads()["kept"].finditer(plain)]
        self._words = [word for word in _words(text) if not self._in_mark(word)]
        self._by_start = {word.start: at for at, word in enumerate(self._words)}
        self._shouted = _capitals_say_nothing(self._words)
        self._plain = plain

    def _in_mark(self, word: Word) -> bool:
        return self._text[word.start - 1 : word.start] == "<" and self._text[word.end : word.end + 1] in (">", "_")

    def names(self) -> set[tuple[int, int]]:
        """Where names stand; those found once are found wherever they stand again."""
        kept = {at for start, end in self._kept for at in range(start, end)}
        first = {at for at in self._first() if self._words[at].start not in kept}
        first |= {
            other for at in first if (other := self._joined(at)) is not None and self._unknown(self._words[other])
        }
        again = {self._words[at].small for at in first if self._words[at].capital or self._listed(self._words[at])}
        first |= {at for at, word in enumerate(self._words) if word.small in again and self._repeats(word)}
        return {self._whole(at) for at in first if self._words[at].start not in kept}

    def _first(self) -> Iterator[int]:
        for kind, accepts in (("surely", self._anything), ("kin", self._anything), ("titles", self._anything)):
            yield from self._after(kind, accepts)
        yield from self._after("self", self._known)
        yield from (at for at, word in enumerate(self._words) if self._stands_as_somebody(word))
        yield from (at for at in self._after("farewells", self._anything) if at >= len(self._words) - 2)
        yield from (at for at, word in enumerate(self._words) if self._anywhere(word) and not self._short_form(word))

    def _after(self, kind: str, accepts: object) -> Iterator[int]:
        for found in _leads()[kind].finditer(self._plain):
            at = self._by_start.get(found.end())
            while at is not None and accepts(self._words[at]):  # type: ignore[operator]
                yield at
                at = self._joined(at)

    def _joined(self, at: int) -> int | None:
        """The word after "and", as in "our twins Adam and Eve"."""
        end = self._index_after(at)
        if end + 1 >= len(self._words) or self._words[end].small not in ("and", "und", "y", "et"):
            return None
        following = self._words[end + 1]
        return end + 1 if following.capital and not self._shouted else None

    def _index_after(self, at: int) -> int:
        _, end = self._whole(at)
        while at < len(self._words) and self._words[at].start < end:
            at += 1
        return at

    def _anything(self, word: Word) -> bool:
        """After "my son": a name of the list, a word with a capital, a word nobody knows."""
        if self._listed(word) or word.small in names()["after_leads"] | names()["with_capital"]:
            return True
        capital = word.capital and not self._shouted
        if word.small in names()["also_words"]:
            return capital
        if is_ordinary(word.small) or len(word.small) < 2 or self._short_form(word):
            return False
        return capital or not word.small.endswith(_ENDINGS)

    def _known(self, word: Word) -> bool:
        """After "I am": the same, but what is in small letters must be on the list."""
        return self._listed(word) or (word.capital and not self._shouted and self._anything(word))

    def _listed(self, word: Word) -> bool:
        return word.small in people() or any(part in people() for part in word.small.split("-") if len(part) > 2)

    def _anywhere(self, word: Word) -> bool:
        within = word.family and not self._shouted and self._within(word)
        if self._text[word.end : word.end + 2] in ("'s", "’s") and word.family and not self._shouted:
            return self._anything(word)
        slip = word.family and word.small.endswith("s") and word.small[:-1] in people() and not is_ordinary(word.small)
        return self._listed(word) or slip or (within and word.small in names()["with_capital"])

    def _stands_as_somebody(self, word: Word) -> bool:
        """Whether an unknown word with a capital letter has beside it what people do, and medicines do not."""
        if self._shouted or not word.family or len(word.small) < 3 or not self._unknown(word):
            return False
        return _leads()["somebody"].match(self._plain, word.end) is not None

    def _unknown(self, word: Word) -> bool:
        known = names()
        if word.small in known["after_leads"] | known["with_capital"]:
            return True
        if word.small in known["also_words"]:
            return self._within(word)
        medicine = word.small in known["medicines"] or word.small.endswith(_MEDICINES)
        return not (medicine or is_ordinary(word.small) or word.small.endswith(_ENDINGS))

    def _within(self, word: Word) -> bool:
        """Whether it stands within a sentence, where a capital letter says something."""
        return word.start > 1 and self._text[word.start - 2].isalnum()

    def _short_form(self, word: Word) -> bool:
        """ANA is a blood test, TERT a gene, ELI5 no Eli."""
        letters = self._text[word.start : word.end]
        digit = self._text[word.end : word.end + 1].isdigit() or self._text[word.start - 1 : word.start].isdigit()
        return digit or (letters.isupper() and len(letters) < 6 and not self._shouted)

    def _repeats(self, word: Word) -> bool:
        return self._listed(word) or (word.capital and not self._shouted)

    def _whole(self, at: int) -> tuple[int, int]:
        """The name with the surnames after it."""
        start, end = self._words[at].start, self._words[at].end
        for word in self._words[at + 1 : at + _MOST_PARTS]:
            if not (self._text[end : word.start] == " " and self._surname(self._words[at], word)):
                break
            end = word.end
        return start, end

    def _surname(self, given: Word, word: Word) -> bool:
        if self._listed(word):
            return True
        if word.family and given.capital and not self._shouted:
            return word.small not in names()["no_surnames"]
        if is_ordinary(word.small) or len(word.small) < 2:
            return False
        small = not given.capital and not word.small.endswith(_ENDINGS)
        return (word.capital and not self._shouted) or (small and self._listed(given))


def _words(text: str) -> Iterator[Word]:
    for found in _TOKEN.finditer(text):
        whole = found[0]
        bare = whole[:-2] if whole[-2:] in ("'s", "’s") and len(whole) > 2 else whole
        yield Word(
            found.start(), found.start() + len(bare), bare.lower().replace("’", "'"), whole[0].isupper(), bare.istitle()
        )


def _capitals_say_nothing(words: list[Word]) -> bool:
    """Whether it Is Written Like This."""
    return len(words) > _FEW and sum(word.capital for word in words) > _TITLE_CASE * len(words)


def _small(text: str) -> str:
    """The text in small letters, each in its place."""
    return "".join(c if len(c) == 1 else "?" for c in map(str.lower, text)).replace("’", "'")


@cache
def _leads() -> dict[str, re.Pattern[str]]:
    data = yaml.safe_load((Path(__file__).parent / "leads.yml").read_text(encoding="utf-8"))
    gap = {"kept": "", "farewells": "", "somebody": ""}
    return {kind: re.compile(f"(?:{'|'.join(data[kind])}){gap.get(kind, _GAP)}") for kind in data}


_GAP = r"(?:,? |: ?| is | )"
