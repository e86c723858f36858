"""What Rasa says of a message becomes a turn."""

from __future__ import annotations

from typing import Any

import pytest

from dialogue.turn import Candidate, Turn

ASKED: dict[str, Any] = {
    "text": "my son has 4s. what is it? is it bad?",
    "intent": {"name": "staging.ms", "confidence": 0.7},
    "intent_ranking": [
        {"name": "nlu_fallback", "confidence": 0.8},
        {"name": "staging.ms", "confidence": 0.7},
        {"name": "staging.m", "confidence": 0.2},
    ],
    "entities": [
        {"entity": "stage", "value": "MS", "start": 11, "end": 13},
        {"entity": "stage", "value": "MS", "start": 15, "end": 19},
    ],
    "parts": [{"text": "what is it?", "intent_ranking": [{"name": "follow.meaning", "confidence": 0.9}]}],
    "in_context": [{"name": "prognosis.outlook", "confidence": 0.6}],
    "strange": 0.25,
}


def test_a_message_is_read_with_its_candidates_subjects_parts_and_context() -> None:
    turn = Turn.from_message(ASKED)
    assert turn.candidates == (Candidate("staging.ms", 0.7), Candidate("staging.m", 0.2))
    assert turn.subjects == ("stage:MS",)
    assert [(part.text, part.candidates[0].intent) for part in turn.parts] == [("what is it?", "follow.meaning")]
    assert turn.in_context == (Candidate("prognosis.outlook", 0.6),)
    assert turn.strange == 0.25
    assert not turn.pressed


def test_what_a_message_means_after_the_last_answer_comes_before_what_it_means_alone() -> None:
    turn = Turn.from_message(ASKED)
    assert (turn.best.intent, turn.alone.intent) == ("prognosis.outlook", "staging.ms")
    first = Turn.from_message({**ASKED, "in_context": []})
    assert first.best == first.alone == Candidate("staging.ms", 0.7)


@pytest.mark.parametrize(
    "message",
    [{}, {"text": None, "strange": None, "in_context": None}, {"text": "?", "intent": {}, "intent_ranking": []}],
)
def test_a_message_nothing_is_known_of_is_an_empty_turn(message: dict[str, Any]) -> None:
    turn = Turn.from_message(message)
    assert (turn.candidates, turn.subjects, turn.parts, turn.in_context) == ((), (), (), ())
    assert (turn.strange, turn.pressed) == (0.0, False)
    assert turn.best == turn.alone == Candidate("", 0.0)


def _sent(text: str, intent: str) -> Turn:
    return Turn.from_message(
        {
            "text": text,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": "topic", "value": "tests.ct"}],
        }
    )


@pytest.mark.parametrize("text", ["/talk.more", '/talk.more{"topic":"tests.ct"}', '/talk.more {"topic":"tests.ct"}'])
def test_a_button_is_its_intent_and_carries_what_it_is_about(text: str) -> None:
    turn = _sent(text, "talk.more")
    assert turn.pressed
    assert turn.payload == {"topic": "tests.ct"}


def test_a_slash_before_anything_else_is_no_button() -> None:
    assert not _sent("/no.such.intent", "prognosis.outlook").pressed
    assert not _sent("/help me please", "small_talk.capabilities").pressed
