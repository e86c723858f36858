"""The messages of one turn are one answer."""

from __future__ import annotations

import json
from typing import Any

from evaluation.rows import UNAVAILABLE, Answer

PARSE = {"intent": {"name": "staging.ms", "confidence": 0.75}}
YES, NO = {"title": "Yes", "payload": "/yes"}, {"title": "No", "payload": "/no"}
RECORD = {"outcome": "answered", "topic": "staging.ms", "suggestions": ["a"], "sources": ["nci"]}


def test_one_message_is_the_answer() -> None:
    message = {"text": "Stage MS is.", "buttons": [YES], "metadata": RECORD}
    assert Answer.joined([message], PARSE) == Answer(
        "answered", "staging.ms", ["a"], ["nci"], "Stage MS is.", [YES], "staging.ms", 0.75
    )


def test_several_messages_are_joined_in_their_order() -> None:
    second = {"outcome": "declined", "topic": "other", "suggestions": ["b", "c"], "sources": ["cog"]}
    messages: list[dict[str, Any]] = [
        {"text": "one", "buttons": [YES], "metadata": RECORD},
        {"text": "two", "metadata": second},
        {"buttons": [NO]},
    ]
    answer = Answer.joined(messages, PARSE)
    assert (answer.outcome, answer.topic) == ("answered", "staging.ms")
    assert answer.text == "one\n\ntwo"
    assert (answer.suggestions, answer.sources) == (["a", "b", "c"], ["nci", "cog"])
    assert answer.buttons == [YES, NO]


def test_the_first_message_with_an_outcome_decides() -> None:
    answer = Answer.joined([{"text": "hm", "metadata": {}}, {"text": "x", "metadata": RECORD}], PARSE)
    assert (answer.outcome, answer.topic, answer.text) == ("answered", "staging.ms", "hm\n\nx")


def test_no_message_at_all_is_unavailable() -> None:
    assert Answer.joined([], {}) == Answer(UNAVAILABLE, None, [], [], "", [], "", 0.0)


def test_messages_without_a_record_are_unavailable_with_their_text() -> None:
    answer = Answer.joined([{"text": "hello", "metadata": None, "buttons": None}], {"intent": None})
    assert (answer.outcome, answer.text, answer.intent, answer.confidence) == (UNAVAILABLE, "hello", "", 0.0)


def test_an_answer_is_json_with_these_fields_in_this_order() -> None:
    fields = Answer.joined([{"text": "x", "metadata": RECORD}], PARSE).to_json()
    assert list(fields) == ["outcome", "topic", "suggestions", "sources", "text", "buttons", "intent", "confidence"]
    assert json.loads(json.dumps(fields)) == fields
