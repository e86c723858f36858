"""Whatever is posted to the channel is a question that can be kept, or refused in one line that names the field."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conversations.tables import conversations, turns
from rasa_channel import opinions
from rasa_channel.opinions import NotKept
from rasa_channel.question import Question, QuestionError

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=100)
NAMES = st.sampled_from(["sender", "text", "update_id", "language", "country", "given", "topic", "version", "verdict"])
ATOMS = st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT
BODIES = st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=9))
ASKED = {"sender": "family1", "text": "hello", "update_id": 7, "language": "en", "country": "GB"}


def _read(body: Any) -> Question | str:
    try:
        return Question.read(body)
    except QuestionError as error:
        return str(error)


@settings(max_examples=60)
@given(BODIES | st.builds(lambda name, wrong: {**ASKED, name: wrong}, NAMES, ATOMS))
@example({**ASKED, "text": "\0"})
@example({**ASKED, "text": "\ud800"})
@example({**ASKED, "text": "x" * 10_001})
@example({**ASKED, "sender": "f" * 65})
@example({**ASKED, "update_id": 2**63})
@example({**ASKED, "update_id": True})
@example({**ASKED, "language": "e" * 36, "country": "GBR"})
def test_any_body_is_a_question_that_can_be_kept_or_refused_by_name(body: Any) -> None:
    question = _read(body)
    if isinstance(question, str):
        assert "`" in question or not isinstance(body, dict)
        assert "\n" not in question
        return
    assert len(question.sender) <= conversations.c.id.type.length
    assert len(question.language or "") <= turns.c.language.type.length
    assert len(question.country or "") <= conversations.c.country.type.length
    assert question.update_id.bit_length() < 64
    kept = json.dumps([question.sender, question.text, question.metadata], ensure_ascii=False)
    assert b"\\u0000" not in kept.encode()


def test_what_is_well_formed_is_read_as_it_is() -> None:
    question = Question.read({**ASKED, "text": "Grüße 😀"})
    assert (question.sender, question.text, question.update_id) == ("family1", "Grüße 😀", 7)
    assert (question.language, question.country) == ("en", "GB")


@settings(max_examples=60)
@given(BODIES)
def test_any_body_is_an_opinion_or_refused_by_name(body: Any) -> None:
    agent = SimpleNamespace(tracker_store=None)
    for keep in (opinions.consent, opinions.rate):
        with pytest.raises((QuestionError, NotKept)) as refused:
            asyncio.run(keep(agent, "family1", body))
        assert "\n" not in str(refused.value)
