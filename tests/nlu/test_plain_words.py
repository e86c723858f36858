"""The first component: plain words, parts, and the message read after what was talked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import IN_CONTEXT, LAST_TOPIC, PARTS, PLAIN, WORDS, with_readings
from nlu.components.plain_words import PlainWords
from tests.nlu.bench import Bench, Slots

ASKED = "Wat is MIBG? and whats nueroblastma"


@pytest.fixture
def component(tmp_path: Path) -> PlainWords:
    made: PlainWords = Bench(tmp_path).create(PlainWords)
    return made


def _read(component: PlainWords, text: str, **slots: str) -> Message:
    (message,) = component.process([Message({TEXT: text})], Slots(slots))
    return message


def test_a_message_gets_its_plain_words_and_keeps_its_text(component: PlainWords) -> None:
    message = _read(component, "my sons 4S spred")
    assert message.get(TEXT) == "my sons 4S spred"
    assert message.get(PLAIN) == "my sons stage ms 4s spread"
    assert message.get(WORDS)[-1] == ("spread", 11, 16)


def test_parts_are_read_in_plain_words_too(component: PlainWords) -> None:
    message = _read(component, ASKED)
    assert [part.get(TEXT) for part in message.get(PARTS)] == ["Wat is MIBG?", "and whats nueroblastma"]
    assert [part.get(PLAIN) for part in message.get(PARTS)] == ["what is mibg ?", "and what is neuroblastoma"]


def test_a_short_message_is_also_read_after_the_last_topic(component: PlainWords) -> None:
    message = _read(component, ASKED, topic="tests.mibg")
    (leaning,) = message.get(IN_CONTEXT)
    assert message.get(LAST_TOPIC) == "tests.mibg"
    assert message.get(PLAIN) == "what is mibg ? and what is neuroblastoma"
    assert leaning.get(PLAIN).endswith(f" {message.get(PLAIN)}")
    assert len(leaning.get(PLAIN)) > len(message.get(PLAIN)) + 3
    assert with_readings(message) == [message, *message.get(PARTS), leaning]


@pytest.mark.parametrize(
    ("text", "topic"), [("how is it treated", "gone.away"), ("", "tests.mibg"), ("word " * 13, "tests.mibg")]
)
def test_without_something_to_lean_on_there_is_no_context(component: PlainWords, text: str, topic: str) -> None:
    message = _read(component, text, topic=topic)
    assert (message.get(IN_CONTEXT), message.get(LAST_TOPIC)) == (None, None)
    assert _read(component, "how is it treated").get(LAST_TOPIC) is None
