"""What the pipeline says of safety becomes part of the turn."""

from __future__ import annotations

from typing import Any

import pytest

from dialogue.turn import Candidate, Finding, Turn

FEVER: dict[str, Any] = {
    "text": "39.4, what is a ct",
    "intent": {"name": "safety.emergency", "confidence": 1.0},
    "intent_ranking": [{"name": "safety.emergency", "confidence": 1.0}, {"name": "tests.ct", "confidence": 0.8}],
    "in_context": [{"name": "safety.emergency", "confidence": 1.0}, {"name": "tests.mri", "confidence": 0.6}],
    "parts": [{"text": "x", "intent_ranking": [{"name": "safety.outlook", "confidence": 0.9}]}],
    "safety": {"category": "emergency", "phrase": "39.4", "rule": "emergency.fever"},
}


def test_the_finding_is_read_and_the_other_readings_stay() -> None:
    turn = Turn.from_message(FEVER)
    assert turn.safety == Finding("emergency", "39.4", "emergency.fever")
    assert turn.candidates == (Candidate("tests.ct", 0.8),)
    assert (turn.best.intent, turn.alone.intent) == ("tests.mri", "tests.ct")
    assert turn.parts[0].candidates == ()
    assert not turn.pressed


@pytest.mark.parametrize("safety", [None, {}, {"category": None, "phrase": None, "rule": None}])
def test_the_intent_alone_is_enough(safety: Any) -> None:
    assert Turn.from_message({**FEVER, "safety": safety}).safety == Finding("emergency")


@pytest.mark.parametrize(
    "message",
    [
        {"text": "hello", "intent": {"name": "small_talk.greet", "confidence": 0.9}, "safety": None},
        {"text": "hello", "intent": {"name": "safety.joy", "confidence": 0.9}},
        {"text": "hello", "safety": {"category": "joy"}},
        {},
    ],
)
def test_without_a_known_category_there_is_none(message: dict[str, Any]) -> None:
    assert Turn.from_message(message).safety is None


def test_a_finding_without_a_rule_is_of_the_learned_reading() -> None:
    message = {**FEVER, "safety": {"category": "distress", "phrase": "so tired", "rule": ""}}
    assert Turn.from_message(message).safety == Finding("distress", "so tired", "")
