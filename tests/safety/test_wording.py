"""The safety replies: easy to read at night, calm, complete, and with no place that nobody fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import textstat
import yaml

import safety
from safety.helplines import Helplines

FOLDER = Path(safety.__file__).parent
TEXTS = yaml.safe_load((FOLDER / "wording.yml").read_text(encoding="utf-8"))
BANNED = yaml.safe_load((FOLDER.parent / "knowledge" / "banned.yml").read_text(encoding="utf-8"))
MOST_GRADE = 6.0
FILLED = {
    "emergency": "112",
    "crisis_name": "Lifeline",
    "crisis_number": "13 11 14",
    "cancer_name": "Cancer Council",
    "cancer_number": "13 11 20",
    "topic": "Stages",
    "country": "Spain",
}
NOT_OUR_VOICE = re.compile(
    r"how you feel|worry about|don't worry|calm down|be strong|stay strong|stay positive|be positive|everything will"
    r"|for a reason|god\b|at least\b|look on the bright|should feel|should have|must not feel|as an ai|language model"
    r"|unfortunately|neuroblastoma|surviv|percent|statistic",
    re.IGNORECASE,
)
EMERGENCY_KINDS = {"fever", "breathing", "line", "allergy", "overdose", "bleeding", "seizure", "contact", "other"}
QUESTION_KINDS = {
    *("dose", "start_stop", "mix", "otc", "vaccine", "result", "diagnosis", "plan", "alternative", "daily_life")
}
DISTRESS_KINDS = {"fear", "guilt", "exhaustion", "grief", "anger", "other"}


def _leaves(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _leaves(value, f"{path}.{name}".lstrip("."))
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from _leaves(value, f"{path}[{number}]")
    else:
        yield path, found


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


LEAVES = dict(_leaves(TEXTS))
LISTS = {path.partition("[")[0] for path in LEAVES if "[" in path}


@pytest.mark.parametrize("path", LEAVES)
def test_every_text_reads_at_grade_six_or_lower(path: str) -> None:
    assert textstat.flesch_kincaid_grade(LEAVES[path].format(**FILLED)) <= MOST_GRADE


@pytest.mark.parametrize("path", LEAVES)
def test_every_text_is_calm(path: str) -> None:
    text = LEAVES[path]
    assert isinstance(text, str)
    assert text.strip() == text != ""
    assert "!" not in text
    assert not NOT_OUR_VOICE.search(text)


@pytest.mark.parametrize("path", LEAVES)
def test_no_text_promises_orders_or_names_a_dose(path: str) -> None:
    assert [rule["pattern"] for rule in BANNED if re.search(rule["pattern"], LEAVES[path], re.IGNORECASE)] == []


@pytest.mark.parametrize("path", LEAVES)
def test_only_known_places_are_to_be_filled(path: str) -> None:
    assert _places(LEAVES[path]) <= set(FILLED)


@pytest.mark.parametrize("path", sorted(LISTS))
def test_what_may_be_said_again_can_be_said_in_other_words(path: str) -> None:
    said = [text for at, text in LEAVES.items() if at.startswith(f"{path}[")]
    assert len(set(said)) == len(said) >= 2


def test_every_kind_has_its_words() -> None:
    assert set(TEXTS["emergency"]["kinds"]) == EMERGENCY_KINDS
    assert set(TEXTS["ask_doctor"]["questions"]) == QUESTION_KINDS
    assert set(TEXTS["distress"]["kind"]) == DISTRESS_KINDS
    assert set(TEXTS["country"]) == {"asked", "known", "unknown"}


def test_the_emergency_begins_with_a_call_and_the_number() -> None:
    for first in (TEXTS["emergency"]["now"], TEXTS["emergency"]["now_team"]):
        assert first.startswith("Call ")
        assert "{emergency}" in first
    assert TEXTS["emergency_unknown"]["now"].startswith("Call ")


def test_a_country_not_known_gets_both_numbers_and_the_directory() -> None:
    default = Helplines.load().default
    assert all(default.emergency in text for text in (TEXTS["emergency_unknown"]["now"], *TEXTS["country"]["unknown"]))
    unknown = [TEXTS["self_harm"]["call_unknown"], TEXTS["distress"]["unknown"], *TEXTS["country"]["unknown"]]
    assert all(default.directory in text for text in unknown)


def test_self_harm_is_answered_with_one_number() -> None:
    numbers = [_places(text) for path, text in _leaves(TEXTS["self_harm"]) if _places(text)]
    assert numbers == [{"crisis_name", "crisis_number"}, {"emergency"}]
    assert not any(re.search(r"\d", text) for _, text in _leaves(TEXTS["self_harm"]))


def test_questions_to_take_along_are_questions() -> None:
    asked = [text for path, text in LEAVES.items() if ".questions" in path]
    assert len(asked) >= 20
    assert [text for text in asked if not text.endswith("?")] == []


@pytest.mark.parametrize("part", ["outlook", "ask_doctor"])
def test_no_numbers_where_none_belong(part: str) -> None:
    assert [text for _, text in _leaves(TEXTS[part]) if re.search(r"\d", text)] == []
