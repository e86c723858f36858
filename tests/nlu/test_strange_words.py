"""How much of a message is in words no question of ours ever used."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import PLAIN, STRANGE
from nlu.components.strange_words import StrangeWords
from tests.nlu.bench import Bench

ASKED = {
    "tests.ct": ("is the scan loud", "how long long is the scan"),
    "treatment.radiation": ("does radiation burn", "is radiation loud"),
    "small_talk.greet": ("good evening", "evening all"),
    "out_of_scope": ("crystal radio kit", "radio crystal"),
    "other_disease": ("what is gout", "does gout burn"),
    "not_covered.diet": ("broccoli soup", "soup with broccoli this evening"),
}


def _data() -> TrainingData:
    asked = [(text, intent) for intent, texts in ASKED.items() for text in texts]
    return TrainingData([Message({TEXT: text, PLAIN: text, INTENT: intent}) for text, intent in asked])


@pytest.fixture
def component(tmp_path: Path) -> StrangeWords:
    made: StrangeWords = Bench(tmp_path).create(StrangeWords)
    made.train(_data())
    return made


def _strange(component: StrangeWords, plain: str) -> float:
    (message,) = component.process([Message({TEXT: "as typed", PLAIN: plain})])
    share: float = message.get(STRANGE)
    return share


@pytest.mark.parametrize(
    ("plain", "share"),
    [
        ("radiation scan", 0.0),
        ("radiation pizza", 0.5),
        ("loud pizza party", 2 / 3),
        ("pizza", 1.0),
        ("scan scan", 0.0),
    ],
)
def test_the_share_of_words_nobody_asked_with_is_told(component: StrangeWords, plain: str, share: float) -> None:
    assert _strange(component, plain) == pytest.approx(share)


@pytest.mark.parametrize("plain", ["", "?", "is it", "90 4s ch14.18", "x-ray don't"])
def test_a_message_without_words_that_tell_is_not_strange(component: StrangeWords, plain: str) -> None:
    assert _strange(component, plain) == 0


def test_numbers_and_short_words_do_not_count(component: StrangeWords) -> None:
    assert _strange(component, "is qz 90 4s the pizza ?") == _strange(component, "the pizza")


def test_a_word_used_once_is_not_known_yet(component: StrangeWords) -> None:
    assert _strange(component, "long") == 1
    assert _strange(component, "loud") == 0


@pytest.mark.parametrize("plain", ["crystal radio", "gout", "broccoli soup"])
def test_questions_that_are_declined_teach_no_word(component: StrangeWords, plain: str) -> None:
    assert _strange(component, plain) == 1


def test_a_declined_question_neither_adds_to_a_word_nor_takes_from_it(component: StrangeWords) -> None:
    assert _strange(component, "burn") == 1
    assert _strange(component, "evening") == 0


def test_a_message_not_read_yet_is_not_strange(component: StrangeWords) -> None:
    (message,) = component.process([Message({TEXT: "pizza"})])
    assert message.get(STRANGE) == 0


def test_it_is_put_out_with_the_message_and_set_on_the_examples(component: StrangeWords) -> None:
    (message,) = component.process([Message({TEXT: "Pizza", PLAIN: "pizza"})])
    assert message.as_dict(only_output_properties=True) == {TEXT: "Pizza", "strange": 1.0}
    examples = component.process_training_data(_data()).training_examples
    assert {e.get(STRANGE) for e in examples if e.get(INTENT) == "out_of_scope"} == {1.0}


def test_trained_and_loaded_it_finds_the_same_words_strange(component: StrangeWords, tmp_path: Path) -> None:
    loaded = Bench(tmp_path).load(StrangeWords)
    for plain in ("radiation pizza", "is the scan loud", "crystal scan", "long"):
        assert _strange(loaded, plain) == _strange(component, plain)


def test_before_training_every_word_is_strange(tmp_path: Path) -> None:
    assert _strange(Bench(tmp_path).create(StrangeWords), "radiation scan") == 1
