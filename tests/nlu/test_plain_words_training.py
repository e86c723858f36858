"""Training questions are read as live messages will be."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.training.fingerprinting import calculate_fingerprint_key
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import train
from nlu.components.keys import IN_CONTEXT, LAST_TOPIC, PLAIN, WORDS, with_readings
from nlu.components.plain_words import PlainWords
from tests.nlu.bench import Bench, Slots, training_data

ASKED = "Wat is MIBG? and whats nueroblastma"


@pytest.fixture
def component(tmp_path: Path) -> PlainWords:
    made: PlainWords = Bench(tmp_path).create(PlainWords)
    return made


def _read(component: PlainWords, text: str, **slots: str) -> Message:
    (message,) = component.process([Message({TEXT: text})], Slots(slots))
    return message


def test_training_questions_get_their_plain_words(component: PlainWords) -> None:
    data = component.process_training_data(training_data())
    plain = {m.get(TEXT): m.get(PLAIN) for m in data.training_examples if not m.get(LAST_TOPIC)}
    assert len(plain) == 12
    assert plain["is stage MS the same as 4S"] == "is stage ms the same as stage ms 4s"


def test_a_follow_up_is_trained_as_it_will_be_read(component: PlainWords) -> None:
    data = TrainingData([Message.build("staging.l1 > hows it treated", "treatment.low-risk")])
    (example,) = component.process_training_data(data).training_examples
    live = _read(component, "hows it treated", topic="staging.l1")
    assert (example.get(PLAIN), example.get(LAST_TOPIC)) == ("how is it treated", "staging.l1")
    assert example.get(INTENT) == "treatment.low-risk"
    for key in (PLAIN, LAST_TOPIC):
        assert example.get(key) == live.get(key)
    assert [one.get(PLAIN) for one in example.get(IN_CONTEXT)] == [one.get(PLAIN) for one in live.get(IN_CONTEXT)]


def test_drills_are_added_to_the_training(component: PlainWords) -> None:
    examples = component.process_training_data(training_data()).training_examples
    drilled = [example for example in examples if example.get(LAST_TOPIC)]
    assert len(drilled) > 100
    assert all(one.get(PLAIN) and one.get(IN_CONTEXT)[0].get(PLAIN) for one in drilled)


def test_trained_and_loaded_it_reads_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    trained = bench.create(PlainWords)
    trained.train(training_data())
    before, after = (_read(one, ASKED, topic="tests.mibg") for one in (trained, bench.load(PlainWords)))
    assert [one.get(WORDS) for one in with_readings(after)] == [one.get(WORDS) for one in with_readings(before)]
    assert len(with_readings(after)) == 4


def test_a_changed_short_form_is_not_hidden_by_rasas_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    before = calculate_fingerprint_key(PlainWords, {}, {})
    assert calculate_fingerprint_key(PlainWords, {}, {}) == before
    monkeypatch.setattr(train, "ROOT", Path(__file__).parent)
    monkeypatch.setattr(train, "_sources", lambda: [Path(__file__)])
    assert calculate_fingerprint_key(PlainWords, {}, {}) != before
