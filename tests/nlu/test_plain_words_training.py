"""Training questions are read as live messages will be."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.training.fingerprinting import calculate_fingerprint_key
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import train
from nlu.components.keys import EXAMPLE, PLAIN, WORDS, with_readings
from nlu.components.plain_words import PlainWords
from nlu.in_context.example import Example
from tests.nlu.bench import FOLLOW_UPS, Bench, Slots, training_data

ASKED = "Wat is MIBG? and whats nueroblastma"


@pytest.fixture(scope="module")
def component(tmp_path_factory: pytest.TempPathFactory) -> PlainWords:
    made: PlainWords = Bench(tmp_path_factory.mktemp("plain")).create(PlainWords)
    return made


def _read(component: PlainWords, text: str, **slots: str) -> Message:
    (message,) = component.process([Message({TEXT: text})], Slots(slots))
    return message


def test_training_questions_get_their_plain_words(component: PlainWords) -> None:
    data = component.process_training_data(training_data())
    plain = {m.get(TEXT): m.get(PLAIN) for m in data.training_examples}
    assert len(plain) == 12
    assert plain["is stage MS the same as 4S"] == "is stage ms the same as stage ms 4s"
    assert [m for m in data.training_examples if m.get(EXAMPLE)] == []


def test_a_follow_up_is_trained_as_it_will_be_read(component: PlainWords) -> None:
    line = "staging.l1; risk_group:low > hows it treated || treatment.surgery"
    data = TrainingData([Message.build(line, "treatment.low-risk")])
    (example,) = component.process_training_data(data).training_examples
    live = _read(component, "hows it treated", topic="staging.l1")
    assert example.get(PLAIN) == live.get(PLAIN) == "how is it treated"
    assert example.get(WORDS) == live.get(WORDS)
    assert example.get(INTENT) == "treatment.low-risk"


def test_a_follow_up_keeps_what_it_leans_on_and_what_answers_it_as_well(component: PlainWords) -> None:
    line = "staging.l1; risk_group:low > hows it treated || treatment.surgery"
    data = TrainingData([Message.build(line, "treatment.low-risk")])
    (example,) = component.process_training_data(data).training_examples
    known = Example("staging.l1", "hows it treated", facts=("risk_group:low",), also=("treatment.surgery",))
    assert example.get(EXAMPLE) == known


def test_no_example_is_added_to_those_families_wrote(component: PlainWords) -> None:
    data = training_data(FOLLOW_UPS)
    written = [(m.get(TEXT), m.get(INTENT)) for m in data.training_examples]
    read = component.process_training_data(data).training_examples
    assert [(m.get(TEXT), m.get(INTENT)) for m in read] == written
    assert sum(m.get(EXAMPLE) is not None for m in read) == 12


def test_trained_and_loaded_it_reads_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    trained = bench.create(PlainWords)
    trained.train(training_data())
    before, after = (_read(one, ASKED, topic="tests.mibg") for one in (trained, bench.load(PlainWords)))
    assert [one.get(WORDS) for one in with_readings(after)] == [one.get(WORDS) for one in with_readings(before)]
    assert len(with_readings(after)) == 5


def test_a_changed_short_form_is_not_hidden_by_rasas_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    before = calculate_fingerprint_key(PlainWords, {}, {})
    assert calculate_fingerprint_key(PlainWords, {}, {}) == before
    monkeypatch.setattr(train, "ROOT", Path(__file__).parent)
    monkeypatch.setattr(train, "_sources", lambda: [Path(__file__)])
    assert calculate_fingerprint_key(PlainWords, {}, {}) != before
