"""The first component: plain words, the questions of a long message, and what the conversation remembers."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from dialogue.memory import Memory
from nlu.components.keys import EXAMPLE, MEMORY, PARTS, PIECES, PLAIN, WORDS, with_readings
from nlu.components.plain_words import PlainWords
from tests.nlu.bench import Bench, Slots

ASKED = "Wat is MIBG? and whats nueroblastma"


@pytest.fixture(scope="module")
def component(tmp_path_factory: pytest.TempPathFactory) -> PlainWords:
    made: PlainWords = Bench(tmp_path_factory.mktemp("plain")).create(PlainWords)
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
    assert with_readings(message) == [message, *message.get(PARTS), *message.get(PIECES)]


def test_what_the_conversation_remembers_comes_with_the_message(component: PlainWords) -> None:
    known = {"topic": "tests.mibg", "subject": "test:MIBG scan", "risk_group": "high"}
    assert _read(component, "is it loud", **known).get(MEMORY) == Memory(**known)
    assert _read(component, "is it loud").get(MEMORY) == Memory()


def test_what_was_said_before_leaves_the_words_alone(component: PlainWords) -> None:
    for text in (ASKED, "how is it treated", "", "word " * 13):
        before, after = _read(component, text), _read(component, text, topic="tests.mibg")
        assert [one.get(WORDS) for one in with_readings(after)] == [one.get(WORDS) for one in with_readings(before)]


def test_a_family_cannot_type_an_example(component: PlainWords) -> None:
    message = _read(component, "staging.l1 > hows it treated")
    assert message.get(EXAMPLE) is None
    assert message.get(PLAIN).startswith("staging.l1 ")


def test_what_the_conversation_remembers_is_not_put_out(component: PlainWords) -> None:
    message = _read(component, "is it loud", topic="tests.mibg")
    assert set(message.as_dict(only_output_properties=True)) == {TEXT}
