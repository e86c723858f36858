"""Which language a message is in, as far as it matters: English goes on, ten others get a line of their own.

Known by the script, and for Latin letters by short lists of frequent words that no English question of ours uses.
A statistical detector was not taken: on a few words full of names of medicines and genes it errs, it costs the gateway
tens of megabytes, and taking English for another tongue would silence the assistant; a list can be read and mended.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.face.numbers import emergency
from bot.face.texts import text

OTHER, ENGLISH = "other", "en"
_LATIN = "latin"
_SCRIPTS = {
    "LATIN": _LATIN,
    "CJK": "han",
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "DEVANAGARI": "devanagari",
    "ARABIC": "arabic",
    "BENGALI": "bengali",
    "CYRILLIC": "cyrillic",
}
_PERSIAN = "گچپژکی"  # in Urdu too, but there with its own letters beside them
_RIGHT_TO_LEFT = frozenset({"ar", "ur"})
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_HITS, _LEAST_SHARE, _LEAST_LETTERS = 2, 0.3, 3


@dataclass(frozen=True)
class Language:
    """A language families may write in. ``words`` is empty when the script tells."""

    code: str
    script: str
    line: str
    words: frozenset[str]
    marks: str = ""
    unless: str = ""


def languages() -> dict[str, Language]:
    """The ten, by code."""
    return {code: one for code, one in _all().items() if code != ENGLISH}


@cache
def _all() -> dict[str, Language]:
    entries = yaml.safe_load((Path(__file__).parent / "languages.yml").read_text(encoding="utf-8"))
    return {
        e["code"]: Language(
            e["code"], e["script"], e["line"], frozenset(e.get("words", ())), e.get("marks", ""), e.get("unless", "")
        )
        for e in entries
    }


def detect(message: str, hint: str | None = None) -> str | None:
    """The code of a language other than English, ``other`` for a script of none of the ten, None to go on.

    ``hint`` is the language of the family's Telegram; it decides between two that fit equally well.
    """
    script = _script(message)
    if script == _LATIN:
        return _by_words(message, (hint or "")[:2].lower())
    return _by_script(message, script) if script else None


def line(code: str, country: str | None) -> str:
    """What is said to someone writing in it, with the emergency number there; plain text."""
    if code not in languages():
        return text("other_script", emergency=emergency(country))
    number = emergency(country).replace(" or ", " / ")
    isolated = f"\u2066{number}\u2069" if code in _RIGHT_TO_LEFT else number
    return languages()[code].line.format(emergency=isolated)


def _script(message: str) -> str | None:
    """The script of most letters; None without letters. Chinese in kana company is Japanese."""
    names = (unicodedata.name(c, "").partition(" ")[0] for c in message if c.isalpha())
    found = Counter(_SCRIPTS.get(name, OTHER) for name in names)
    if not found:
        return None
    script = found.most_common(1)[0][0]
    return "kana" if script == "han" and found["kana"] else script


def _by_script(message: str, script: str) -> str:
    fits = [one for one in languages().values() if one.script == script]
    marked = next((one for one in fits if set(one.marks) & set(message)), None)
    plain = next((one for one in fits if not one.marks and not set(one.unless) & set(message)), None)
    persian = script == "arabic" and set(_PERSIAN) & set(message)
    found = marked or (None if persian else plain)
    return found.code if found else OTHER


def _by_words(message: str, hint: str) -> str | None:
    said = {word.lower() for word in _WORD.findall(message)}
    hits = {one.code: len(said & one.words) for one in languages().values() if one.words}
    best = max(hits, key=lambda code: (hits[code], code == hint))
    alone = hits[best] == len(said) == 1 and len(max(said, key=len)) >= _LEAST_LETTERS
    enough = (hits[best] >= _LEAST_HITS or alone) and hits[best] > len(said & _all()[ENGLISH].words)
    return best if enough and hits[best] >= _LEAST_SHARE * len(said) else None
