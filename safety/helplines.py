"""Whom a family can call where they are: numbers from ``helplines.yml``, and which country a message names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "helplines.yml"
DAY_AND_NIGHT = "day and night"

_EMERGENCY = re.compile(r"\d{2,5}(?: or \d{2,5})?")
_NUMBER = re.compile(r"[*+]?\d(?:[ -]?\d){1,14}")
_CODE = re.compile(r"[A-Z]{2}")
_DIRECTORY = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_ADDRESS = re.compile(r"https?://\S+")
_LABEL = re.compile(r"\S(?:.*\S)?")
_SOURCED = ("source", "checked")

# Also an everyday word, so it names a country only right after "in", "from" or alone.
_EVERYDAY = frozenset({"turkey", "china", "chile", "us", "oz", "states", "america"})
_ALONE = re.compile(
    r"(?:(?:no|yes|ok|hi|hello) )?(?:(?:it is|its|it's|i said|that is|in|from|my country is|our country is|country) )?"
    r"(?:the )?(?P<place>[^,.;:?!]+?)(?: (?:please|here|thanks|thank you))?[ ,.;:!]*"
)
_UNREAL = r"(?<!\bif )(?<!\bwhen )(?<!\bonce )(?<!\bwish )(?<!\bbefore )(?<!\bwhile )(?<!\buntil )(?<!\bshould )"
_BEING = r"(?:am|are|m|'m|'re)(?: (?:both|all|currently|now|here|back|still|based|staying|living|located|just|over))*"
_LIVING = r"(?:(?:currently|now|both|all|still) )?(?:live|stay|write|call)(?: (?:now|here))?"
_AT = r"(?: at home| in (?:a|the) hospital| in hospital| in a (?:small )?(?:town|village|city))?"
_FRAME = (
    rf"(?:(?:{_UNREAL}\b(?:i|we) ?(?:{_BEING}|{_LIVING}){_AT}|\b(?:living|based|calling|writing|located)|\bhere"
    r"|\b(?:but|and) (?:now )?live|\b(?:my|our) (?:family|hospital) is) (?:in|from) |\b(?:my|our) country is )"
)
_WITHIN = r"(?:the )?(?!north korea)(?:(?:north|south|east|west|northern|southern|eastern|western) (?:of )?)??"
_CITY = r"(?:(?!(?:in|of|with|to|for|about|between|from|and|or|not|new|little|north)\b)[\w'-]+,? ){0,2}"
_END = (
    r"(?=$|[,.;:?!()]| (?:and|but|so|at|near|where|because|since|now|right|currently|here|please|my|our|what|which|who"
    r"|how|can|do|is|the|by the|btw|though|too|also|if|for now|just|thanks|thank|ok|then|actually|tho|fyi|in case)\b)"
)


class HelplineError(ValueError):
    """An entry of the helplines cannot be used; the message is one line that names it and how to mend it."""

    def __init__(self, entry: str, fault: str, mend: str) -> None:
        """``entry`` is where it stands in the file, such as ``DE.crisis``."""
        super().__init__(f"helplines: {entry} {fault}; {mend}")


@dataclass(frozen=True)
class Line:
    """A line with people who listen or know; ``hours`` is known for crisis lines only."""

    name: str
    number: str
    source: str
    checked: date | None
    hours: str | None = None

    @property
    def day_and_night(self) -> bool:
        """Whether somebody is known to answer at any hour."""
        return self.hours == DAY_AND_NIGHT


@dataclass(frozen=True)
class Helpline:
    """Whom to call in one country, or, when ``code`` is None, in a country not known."""

    code: str | None
    name: str
    emergency: str
    directory: str
    source: str
    checked: date | None
    words: tuple[str, ...] = ()
    crisis: Line | None = None
    cancer: Line | None = None

    @property
    def crisis_now(self) -> Line | None:
        """The crisis line if it never closes; without it, the emergency number is what is answered at night."""
        return self.crisis if self.crisis and self.crisis.day_and_night else None


class Helplines:
    """The helplines of all countries, and the words that name a country."""

    def __init__(self, default: Helpline, countries: Mapping[str, Helpline]) -> None:
        """Raise HelplineError when two countries claim the same word."""
        self.default, self.countries = default, dict(countries)
        self._codes = _codes(self.countries)
        places = [place for place in self._codes if place not in _EVERYDAY]
        self._located = re.compile(f"{_FRAME}{_WITHIN}(?P<place>{_either(self._codes)}){_END}")
        self._city = re.compile(f"{_FRAME}{_CITY}{_WITHIN}(?P<place>{_either(places)}){_END}")

    @classmethod
    def load(cls, path: Path = DATA) -> Helplines:
        """Read and check the file; HelplineError names the first entry that is wrong, and how to mend it."""
        raw = _mapping(_read(path), "the file")
        entry = _mapping(raw.get("default"), "default")
        default = _helpline(None, entry, "default", _text(entry, "directory", "default", _DIRECTORY))
        countries = _mapping(raw.get("countries"), "countries")
        return cls(
            default, {_code(key): _helpline(key, inner, key, default.directory) for key, inner in countries.items()}
        )

    def for_country(self, code: str | None) -> Helpline:
        """The helpline for an ISO code in either case; the default when it is None or not listed."""
        return self.countries.get((code or "").strip().upper(), self.default)

    def country_named(self, text: str) -> str | None:
        """The code of the country the writer says they are in, or that the message consists of; None when unsure.

        A wrong country is worse than none, so a country that is only mentioned ("a trial in Germany") does not count.
        """
        said = _plain(text)
        if said.startswith("/"):
            return self._commanded(said)
        alone = _ALONE.fullmatch(said)
        if alone and (code := self._codes.get(alone["place"])):
            return code
        found = [*self._located.finditer(said), *self._city.finditer(said)]
        return self._codes[max(found, key=lambda match: match.end())["place"]] if found else None

    def _commanded(self, said: str) -> str | None:
        """The country of ``/country de``; here bare codes count, which elsewhere are words ("no", "it", "in")."""
        command, _, place = said.rstrip(" .,:!").partition(" ")
        if command.partition("@")[0] != "/country":  # in a group, Telegram adds the assistant's name: /country@name
            return None
        place = place.removeprefix("the ")
        return place.upper() if place.upper() in self.countries else self._codes.get(place)


def _plain(text: str) -> str:
    """Small letters without marks, dots inside short forms or doubled spaces ("U.S.A." is "usa")."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    bare = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\.[a-z])\.(?=\W|$)", "", bare.replace("’", "'"))
    return " ".join(bare.split())


def _either(places: Iterable[str]) -> str:
    """An expression for any of ``places``, the longest first."""
    return "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)) or r"(?!)"


def _codes(countries: Mapping[str, Helpline]) -> dict[str, str]:
    """The code for each name and word."""
    codes: dict[str, str] = {}
    for code, country in countries.items():
        for word in {_plain(word).removeprefix("the ") for word in (country.name, *country.words)}:
            if other := codes.get(word):
                raise HelplineError(f"{code}.words", f"has `{word}`, and so has {other}", "keep it in one of them")
            codes[word] = code
    return codes


def _read(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fault = f"cannot be read ({error.problem})"
        raise HelplineError(f"{path.name} line {line}", fault, "mend its spaces, quotes and colons there") from error
    except (yaml.YAMLError, ValueError) as error:
        raise HelplineError(path.name, "cannot be read", f"mend this: {' '.join(str(error).split())}") from error


def _mapping(raw: Any, entry: str) -> dict[Any, Any]:
    if isinstance(raw, dict):
        return raw
    raise HelplineError(entry, "is missing or has no fields", "write it with its fields below it")


def _code(key: Any) -> str:
    if not isinstance(key, str) or not _CODE.fullmatch(key):
        raise HelplineError(f"countries.{key}", "is no ISO code", 'use two capitals in quotes, such as "NO"')
    return key


def _helpline(code: str | None, found: Any, entry: str, directory: str) -> Helpline:
    raw = _mapping(found, entry)
    fields = {"name", "words", "emergency", "crisis", "cancer", *_SOURCED} if code else {"name", "emergency", *_SOURCED}
    _known(raw, fields if code else fields | {"directory"}, entry)
    return Helpline(
        code=code,
        name=_text(raw, "name", entry, _LABEL),
        emergency=_text(raw, "emergency", entry, _EMERGENCY),
        directory=directory,
        source=_text(raw, "source", entry, _ADDRESS),
        checked=_checked(raw, entry),
        words=_words(raw, entry) if code else (),
        crisis=_line(raw, "crisis", entry),
        cancer=_line(raw, "cancer", entry),
    )


def _line(parent: dict[Any, Any], name: str, country: str) -> Line | None:
    if name not in parent:
        return None
    entry = f"{country}.{name}"
    raw = _mapping(parent[name], entry)
    timed = {"hours"} if name == "crisis" else set()
    _known(raw, {"name", "number", *_SOURCED} | timed, entry)
    return Line(
        name=_text(raw, "name", entry, _LABEL),
        number=_text(raw, "number", entry, _NUMBER),
        source=_text(raw, "source", entry, _ADDRESS),
        checked=_checked(raw, entry),
        hours=_text(raw, "hours", entry, _LABEL) if timed else None,
    )


def _known(raw: dict[Any, Any], fields: set[str], entry: str) -> None:
    for name in raw:
        if name not in fields:
            raise HelplineError(entry, f"has an unknown field `{name}`", "remove it or mend its spelling")


def _text(raw: dict[Any, Any], name: str, entry: str, form: re.Pattern[str]) -> str:
    value = raw.get(name)
    if value is None:
        raise HelplineError(entry, f"has no `{name}`", f"add `{name}:`")
    if not isinstance(value, str):
        raise HelplineError(f"{entry}.{name}", f"is not text ({value})", "put it in quotes")
    if not form.fullmatch(value):
        raise HelplineError(
            f"{entry}.{name}", f"has the wrong form ({value!r})", "see the head of the file for its form"
        )
    return value


def _checked(raw: dict[Any, Any], entry: str) -> date | None:
    value = raw.get("checked", "missing")
    if value is not None and type(value) is not date:
        raise HelplineError(f"{entry}.checked", "is no day", "write the day as 2026-11-21, or null if not read yet")
    return value


def _words(raw: dict[Any, Any], entry: str) -> tuple[str, ...]:
    words = raw.get("words")
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise HelplineError(f"{entry}.words", "is no list of words", "write `words: [one, two]`, or `words: []`")
    return tuple(words)
