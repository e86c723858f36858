"""Examples whose vectors are still on their way: whoever needs them whole waits, and learns what went wrong."""

from threading import Event

import pytest
from rasa.shared.nlu.training_data.message import Message

from nlu.components.examples import Examples

PATIENCE = 10


@pytest.fixture
def examples():
    return Examples([Message({"text": "what does stage MS mean"})])


def test_words_can_be_read_while_vectors_are_made_and_the_rest_waits_for_them(examples):
    read = Event()

    def add() -> None:
        assert read.wait(PATIENCE)
        for message in examples.as_read:
            message.set("vector", 1)

    examples.meanwhile(add)
    assert [message.get("vector") for message in examples.as_read] == [None]
    read.set()
    assert [message.get("vector") for message in examples.training_examples] == [1]


def test_what_went_wrong_meanwhile_is_told_to_who_needs_the_examples(examples):
    def fail() -> None:
        raise ValueError("the graph is damaged")

    examples.meanwhile(fail)
    with pytest.raises(ValueError, match="the graph is damaged"):
        _ = examples.training_examples
