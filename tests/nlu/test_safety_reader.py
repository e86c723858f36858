"""What must not be missed: the rules decide, the learned reading adds and never takes away, the stronger wins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import SAFETY
from nlu.components.safety_reader import SafetyReader
from nlu.safety_reading import HARMLESS
from tests.nlu.bench import FEATURES, Bench, read, training_data
from tests.nlu.shared import few_rounds

LINES = {
    "emergency": ("the wug is glowing", "his wug glows red", "a glowing wug now", "wug glowing since noon", "zorp now"),
    "distress": ("i feel like a flumph", "such a flumph today", "flumph all over again", "the flumph never ends"),
    HARMLESS: ("what is a wug", "who is a flumph", "is the flumph a test", "how is the wug done"),
}
ASKED_IN_A_TALK = ("what about the zorp now", "and a zorp now", "is the zorp now", "so the zorp now then")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The features and a reader that learned from ``LINES``."""
    bench, made = Bench(tmp_path_factory.mktemp("reader")), []
    flagged = [Message({TEXT: text, SAFETY: kind}) for kind, texts in LINES.items() for text in texts]
    leaning = [Message.build(f"tests.ct > {text}", "tests.mri") for text in ASKED_IN_A_TALK]
    data = TrainingData([*training_data().training_examples, *flagged, *leaning])
    for component in (*FEATURES, SafetyReader):
        made.append(bench.create(component))
        with few_rounds():
            made[-1].train(data)
        if component in FEATURES:
            data = made[-1].process_training_data(data)
    return made


def _found(reader: list[Any], text: str) -> Any:
    return read(reader, text).get(SAFETY)


def test_a_rule_decides_and_says_which(reader: list[Any]) -> None:
    message = read(reader, "what is stage MS, also he cannot breathe")
    found = message.get(SAFETY)
    assert found["category"] == "emergency"
    assert found["rule"].startswith("emergency.breathing")
    assert "breathe" in found["phrase"]
    assert message.get(INTENT) == {"name": "safety.emergency", "confidence": 1.0}


def test_the_learned_reading_adds_what_the_rules_miss(reader: list[Any]) -> None:
    assert _found(reader, "oh the wug is glowing red")["category"] == "emergency"
    assert _found(reader, "oh the wug is glowing red")["rule"] == ""


def test_what_was_learned_is_heard_in_the_middle_of_a_long_message(reader: list[Any]) -> None:
    long = "we had such a good morning at the zoo. the wug is glowing. thank you very much for all the help"
    assert _found(reader, long)["category"] == "emergency"


def test_the_stronger_category_wins_whoever_found_it(reader: list[Any]) -> None:
    assert _found(reader, "such a flumph today. he cannot breathe")["category"] == "emergency"
    assert _found(reader, "the wug is glowing. i want to kill myself")["category"] == "self_harm"


def test_a_rule_is_not_taken_away_by_what_was_learned(reader: list[Any]) -> None:
    assert _found(reader, "thank you very much, he had a seizure just now")["category"] == "emergency"


def test_half_a_sentence_that_was_asked_in_a_talk_is_no_alarm(reader: list[Any]) -> None:
    assert _found(reader, "what about the zorp now then") is None


def test_a_single_word_alarms_by_rule_only(reader: list[Any]) -> None:
    assert _found(reader, "wug") is None
    assert _found(reader, "SEIZURE!!")["category"] == "emergency"


@pytest.mark.parametrize("text", ["what is stage MS", "thank you so much", "", "🙂"])
def test_an_ordinary_message_has_no_finding_and_keeps_its_intent(reader: list[Any], text: str) -> None:
    message = read(reader, text)
    assert message.get(SAFETY) is None
    assert not str(message.get(INTENT)).startswith("safety.")


def test_untrained_it_knows_the_rules(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.create(SafetyReader).train(TrainingData([]))
    (message,) = bench.load(SafetyReader).process([Message({TEXT: "he cannot breathe"})])
    assert message.get(SAFETY)["category"] == "emergency"
