"""The gateway's own words: easy to read at night, calm, whole, and valid for Telegram."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import textstat
import yaml

import knowledge
from bot.face.commands.descriptions import about, described
from bot.face.split import MOST, size
from bot.face.texts import filled, lines, text, texts

MOST_GRADE = 6.0
BANNED = yaml.safe_load((Path(knowledge.__file__).parent / "banned.yml").read_text(encoding="utf-8"))
CODE = Path(__file__).parents[3] / "bot" / "face"
FILLED = {
    "emergency": "112",
    "country": "Spain",
    "crisis": "Lifeline: 13 11 14",
    "cancer": "Cancer Council: 13 11 20",
    "directory": "findahelpline.com",
    "days": "30",
    "receipt": "4f2a-91c0",
    "kept": "I erase your words after 30 days.",
    "publisher": "National Cancer Institute",
    "address": "https://example.org",
    "title": "Treatment",
    "date": "2025",
}
LABELS = ("buttons.", "sources.line", "privacy.kept")  # names on buttons, and parts of other texts


def _leaves(found: Any, path: str = "") -> Iterator[tuple[str, str]]:
    pairs = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for name, value in pairs:
        yield from _leaves(value, f"{path}.{name}".lstrip("."))
    if isinstance(found, str):
        yield path, found


LEAVES = dict(_leaves(texts()))
SAID = [path for path in LEAVES if not path.startswith(LABELS)]


class Tags(HTMLParser):
    """Which tags are open, and which were ever."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("path", SAID)
def test_every_text_reads_at_grade_six_or_lower(path: str) -> None:
    assert textstat.flesch_kincaid_grade(plain(filled(LEAVES[path], **FILLED))) <= MOST_GRADE


@pytest.mark.parametrize("path", LEAVES)
def test_every_text_is_calm_and_promises_nothing(path: str) -> None:
    said = LEAVES[path]
    assert said.strip() == said != ""
    assert [rule["pattern"] for rule in BANNED if re.search(rule["pattern"], said, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", LEAVES)
def test_only_known_places_are_to_be_filled(path: str) -> None:
    assert {name for _, name, _, _ in Formatter().parse(LEAVES[path]) if name is not None} <= set(FILLED)


@pytest.mark.parametrize("path", LEAVES)
def test_every_text_is_html_that_telegram_takes(path: str) -> None:
    tags = Tags()
    tags.feed(filled(LEAVES[path], **FILLED))
    assert tags.open == []
    assert tags.seen <= {"b", "i", "a", "code"}


@pytest.mark.parametrize("path", LEAVES)
def test_every_text_is_used(path: str) -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in CODE.rglob("*.py")).replace("'", '"')
    group, _, name = re.sub(r"\.\d+$", "", path).rpartition(".")
    assert f'"{group}.{name}"'.replace('".', '"') in code or f'f"{group}.{{' in code


def test_every_line_of_the_menu_reads_easily() -> None:
    menu = " ".join(f"{name}: {what}." for name, what in described("en").items())
    assert textstat.flesch_kincaid_grade(menu) <= MOST_GRADE
    assert textstat.flesch_kincaid_grade(about("en")["description"]) <= MOST_GRADE


def test_a_value_cannot_bring_in_tags() -> None:
    assert text("country.kept", country="<b>&", emergency="112").count("&lt;b&gt;&amp;") == 1


def test_a_text_that_does_not_exist_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        text("start.nothing")


def test_all_of_start_fits_in_one_message() -> None:
    said = [text(f"start.{name}", emergency="112") for name in ("who", "never", "urgent", "privacy", "ask")]
    assert size("\n\n".join([*said, *lines("privacy.lines", kept=FILLED["kept"])])) < MOST / 2
