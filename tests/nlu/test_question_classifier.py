"""The classifier ranks the intents of a message and of its parts."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import PARTS
from tests.nlu.bench import QUESTIONS, Slots, read

ASKED = ["what does stage MS mean", "he needs a surgery", "thank you all", "pizza"]


def _ranking(components: list[Any], text: str) -> list[tuple[str, float]]:
    return [(one["name"], one["confidence"]) for one in read(components, text).get("intent_ranking")]


@pytest.mark.parametrize(("text", "intent"), zip(ASKED, QUESTIONS, strict=False))
def test_the_right_intent_comes_first(trained: list[Any], text: str, intent: str) -> None:
    message = read(trained[:5], text)
    assert message.get("intent")["name"] == intent
    assert message.get("intent") == message.get("intent_ranking")[0]


@pytest.mark.parametrize("text", ASKED)
def test_every_intent_is_ranked_and_confidences_add_up_to_one(trained: list[Any], text: str) -> None:
    names, confidences = zip(*_ranking(trained[:5], text), strict=True)
    assert sorted(names) == sorted(QUESTIONS)
    assert list(confidences) == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1, abs=1e-5)


def test_a_reading_is_ranked_as_it_would_be_alone(trained: list[Any]) -> None:
    message = read(trained[:5], "What is stage MS? Does he need surgery?", topic="staging.ms")
    assert len(message.get("parts")) == 2
    for reading in message.get("parts"):
        alone = dict(_ranking(trained[:5], reading["text"]))
        assert {one["name"]: one["confidence"] for one in reading["intent_ranking"]} == pytest.approx(alone, abs=1e-4)


def test_an_empty_message_gets_no_intent(trained: list[Any]) -> None:
    message = read(trained[:5], "", topic="staging.ms")
    nothing = {"name": None, "confidence": 0.0}
    said = {"text": "", "intent": nothing, "parts": [], "in_context": [], "strange": 0.0}
    assert message.as_dict(only_output_properties=True) == said
    assert message.get("intent_ranking") is None


def test_many_messages_are_ranked_each_by_itself(trained: list[Any]) -> None:
    messages = [Message({TEXT: text}) for text in [*ASKED, ""]]
    trained[0].process(messages, Slots())
    for component in trained[1:5]:
        component.process(messages)
    assert [message.get("intent")["name"] for message in messages[:3]] == list(QUESTIONS)
    assert messages[-1].get("intent")["name"] is None
    assert all(message.get(PARTS) == [] for message in messages)
