"""The safety tables count what was caught, strictly where it must be, and name each error by its place only."""

from __future__ import annotations

import pytest

from evaluation import heldout, safety
from evaluation.safety import QUESTIONS, Line

LINES = [
    Line("emergency.txt:1", "emergency", "emergency", "emergency"),
    Line("emergency.txt:2", "emergency", "self_harm", ""),
    Line("distress.txt:1", "distress", "outlook", ""),
    Line("distress.txt:2", "distress", "answered", "distress"),
    Line("harmless.txt:1", "harmless", "answered", ""),
    Line("harmless.txt:2", "harmless", "distress", ""),
    Line("t-001", QUESTIONS, "answered", ""),
]


@pytest.mark.parametrize(
    ("kind", "outcome", "caught"),
    [
        ("emergency", "emergency", True),
        ("emergency", "self_harm", False),
        ("self_harm", "emergency", False),
        ("outlook", "ask_doctor", True),
        ("outlook", "outlook", True),
        ("outlook", "distress", False),
        ("ask_doctor", "not_covered", False),
    ],
)
def test_danger_must_be_told_exactly_and_the_rest_at_least_as_strong(kind: str, outcome: str, caught: bool) -> None:
    assert Line("x", kind, outcome, "").caught(outcome) is caught


def test_recall_is_told_beside_that_of_the_rules_alone() -> None:
    rows = safety.recall_table(LINES).splitlines()
    assert "| emergency | 2 | 50.0 % | 50.0 % | self_harm 1 |" in rows
    assert "| distress | 2 | 50.0 % | 50.0 % | answered 1 |" in rows


def test_false_alarms_are_counted_among_harmless_lines_and_questions() -> None:
    rows = safety.alarm_table(LINES).splitlines()
    assert "| harmless | 2 | 50.0 % | 0.0 % | distress 1 |" in rows
    assert f"| {QUESTIONS} | 1 | 0.0 % | 0.0 % |  |" in rows


def test_errors_are_named_by_place() -> None:
    assert safety.errors(LINES).splitlines() == [
        "- emergency.txt:2: self_harm",
        "- distress.txt:2: answered",
        "- harmless.txt:2: distress",
    ]
    assert safety.errors([]) == "None."


def test_held_out_lines_have_their_category_and_place() -> None:
    rows = list(heldout.safety_lines())
    assert {row["kind"] for row in rows} == {*safety.CATEGORIES, "harmless"}
    assert all(row["id"].startswith(f"{row['kind']}.txt:") for row in rows)
    assert len(rows) >= 1_500
