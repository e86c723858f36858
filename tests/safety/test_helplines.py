"""The helplines: every number has its form and its source, and a fault in their file is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from safety.helplines import DATA, Helpline, HelplineError, Helplines, Line

HELPLINES = Helplines.load()
COUNTRIES = HELPLINES.countries
EMERGENCY = re.compile(r"\d{2,5}(?: or \d{2,5})?")
NUMBER = re.compile(r"[*+]?[\d -]+")
STATED = {"US": "911", "GB": "999", "AU": "000", "NZ": "111", "DE": "112", "IN": "112", "JP": "119", "NO": "113"}


def _lines() -> Iterator[tuple[str, Line]]:
    for code, country in COUNTRIES.items():
        yield from ((f"{code}.{kind}", line) for kind in ("crisis", "cancer") if (line := getattr(country, kind)))


LINES = dict(_lines())


def test_thirty_countries_at_least() -> None:
    assert len(COUNTRIES) >= 30
    assert all(code == country.code for code, country in COUNTRIES.items())


@pytest.mark.parametrize("code", COUNTRIES)
def test_a_country_has_an_ambulance_and_its_source(code: str) -> None:
    country = COUNTRIES[code]
    assert re.fullmatch("[A-Z]{2}", code)
    assert EMERGENCY.fullmatch(country.emergency)
    assert country.source.startswith("http")
    assert country.directory == HELPLINES.default.directory


@pytest.mark.parametrize("entry", LINES)
def test_a_line_has_a_number_that_can_be_dialled_and_its_source(entry: str) -> None:
    line = LINES[entry]
    assert NUMBER.fullmatch(line.number)
    assert 3 <= len(re.sub(r"\D", "", line.number)) <= 15
    assert line.name
    assert line.source.startswith("http")
    assert (line.hours is not None) == entry.endswith("crisis")


def test_a_number_read_by_nobody_is_marked_and_one_that_was_read_has_its_page() -> None:
    entries: dict[str, Helpline | Line] = {**COUNTRIES, **LINES}
    unread = {entry for entry, found in entries.items() if found.checked is None}
    assert len(unread) < len(entries) / 3
    sites = [entries[entry].source for entry in unread]
    assert [site for site in sites if not re.fullmatch(r"https?://[^/]+/?", site)] == []


@pytest.mark.parametrize(("code", "number"), STATED.items())
def test_numbers_everyone_knows(code: str, number: str) -> None:
    assert HELPLINES.for_country(code).emergency == number


@pytest.mark.parametrize("code", [None, "", "XX", "nowhere"])
def test_a_country_not_known_has_both_numbers_and_the_directory(code: str | None) -> None:
    found = HELPLINES.for_country(code)
    assert found is HELPLINES.default
    assert (found.code, found.emergency, found.directory) == (None, "112 or 911", "findahelpline.com")
    assert (found.crisis, found.crisis_now, found.cancer) == (None, None, None)


def test_a_code_counts_in_small_letters_too() -> None:
    assert HELPLINES.for_country(" de ").name == "Germany"


def test_only_a_line_that_never_closes_is_the_one_for_now() -> None:
    us, italy, romania = (HELPLINES.for_country(code) for code in ("US", "IT", "RO"))
    assert us.crisis_now == us.crisis is not None
    assert italy.crisis is not None
    assert italy.crisis_now is None
    assert romania.crisis is romania.crisis_now is None
    assert sum(country.crisis_now is not None for country in COUNTRIES.values()) >= 30


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_is_known_by_its_name_its_words_and_its_code(code: str) -> None:
    country = COUNTRIES[code]
    for word in (name.removeprefix("the ") for name in (country.name, *country.words)):
        said = (
            word,
            word.upper(),
            f"We are in {word}.",
            f"we live in the {word} and he has a fever",
            f"/country {word}",
        )
        assert [HELPLINES.country_named(text) for text in said] == [code] * len(said)
    assert HELPLINES.country_named(f"/country {code.lower()}") == code


def _shipped() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return raw


def _fault(folder: Path, text: str) -> str:
    path = folder / "helplines.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HelplineError) as caught:
        Helplines.load(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


FAULTS = {
    "words": ("DE.words is no list", lambda country: country.update(words="deutschland")),
    "same word": (".words has `usa`, and so has", None),
    "no name": ("DE has no `name`; add `name:`", lambda country: country.pop("name")),
    "number as number": ("DE.emergency is not text (112); put it in quotes", lambda c: c.update(emergency=112)),
    "number with letters": ("DE.emergency has the wrong form", lambda c: c.update(emergency="one one two")),
    "line without number": ("DE.crisis has no `number`", lambda c: c["crisis"].pop("number")),
    "line without hours": ("DE.crisis has no `hours`", lambda c: c["crisis"].pop("hours")),
    "no source": ("DE.cancer has no `source`", lambda c: c["cancer"].pop("source")),
    "source no address": ("DE.source has the wrong form", lambda c: c.update(source="a book")),
    "not checked": ("DE.checked is no day", lambda c: c.pop("checked")),
    "odd day": ("DE.crisis.checked is no day", lambda c: c["crisis"].update(checked="last week")),
    "misspelt": ("DE has an unknown field `crysis`", lambda c: c.update(crysis={})),
    "line is text": ("DE.cancer is missing or has no fields", lambda c: c.update(cancer="0800 420 30 40")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_entry_and_how_to_mend_it(name: str, tmp_path: Path) -> None:
    said, spoil = FAULTS[name]
    raw = _shipped()
    if spoil:
        spoil(raw["countries"]["DE"])
    else:
        raw["countries"]["GB"]["words"].append("USA")
    message = _fault(tmp_path, yaml.safe_dump(raw, allow_unicode=True))
    assert said.lower() in message.lower()
    assert "; " in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("default: [", "helplines.yml line 1"),
        ("", "the file is missing or has no fields"),
        ("countries: {}", "default is missing"),
        ("\x00", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(text: str, said: str, tmp_path: Path) -> None:
    assert said in _fault(tmp_path, text)


def test_norway_without_quotes_is_a_no(tmp_path: Path) -> None:
    text = DATA.read_text(encoding="utf-8").replace('"NO":', "NO:")
    assert "is no ISO code; use two capitals in quotes" in _fault(tmp_path, text)


def test_helplines_are_values() -> None:
    assert HELPLINES.for_country("ie") == Helplines.load().for_country("IE")
    assert isinstance(HELPLINES.for_country("ie"), Helpline)
