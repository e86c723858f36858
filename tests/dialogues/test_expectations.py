"""An answer is held to each expectation of a dialogue."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.rows import Answer
from tests.dialogues.script import faults

ANSWER = Answer(
    outcome="answered",
    topic="tests.ct",
    suggestions=["tests.mri"],
    sources=[],
    text="A CT scan.",
    buttons=[{"title": "Tell me more", "payload": "/talk.more"}],
    intent="tests.ct",
    confidence=0.9,
)


def test_an_answer_that_keeps_every_expectation_has_no_fault() -> None:
    kept = {
        "outcome": "answered",
        "topic": "tests.ct",
        "suggests": ["tests.mri"],
        "contains": ["CT"],
        "lacks": ["MRI"],
        "buttons": ["Tell me more"],
    }
    assert faults(kept, ANSWER) == []


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ({"outcome": "clarify"}, "outcome is answered, not clarify"),
        ({"topic": None}, "topic is tests.ct, not None"),
        ({"suggests": ["tests.mri", "tests.pet"]}, "does not suggest tests.pet"),
        ({"contains": ["CT", "PET"]}, "does not say: PET"),
        ({"lacks": ["CT"]}, "says: CT"),
        ({"buttons": ["Show all parts"]}, "has no button: Show all parts"),
    ],
)
def test_an_answer_that_breaks_one_is_told(expected: dict[str, Any], told: str) -> None:
    assert faults(expected, ANSWER) == [told]
