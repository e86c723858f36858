"""Subjects are found once, each by every word it has, and the same after loading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import WORDS
from nlu.components.subject_extractor import SubjectExtractor
from nlu.wording.vocabulary import OTHER_ILLNESS, other_illnesses
from tests.nlu.bench import Bench, training_data
from tests.nlu.shared import library
from tests.nlu.subjects import entities, named


@pytest.fixture(scope="module")
def extractor(trained: list[Any]) -> SubjectExtractor:
    component: SubjectExtractor = trained[-1]
    return component


@pytest.mark.parametrize("text", ["4S", "dfmo", "cns", "stage IV-S"])
def test_a_short_form_names_its_subject_once(extractor: SubjectExtractor, text: str) -> None:
    assert len(named(extractor, text)) == 1


def test_a_short_form_may_name_two_subjects(extractor: SubjectExtractor) -> None:
    found = [("RRNB", "disease_state", "relapsed"), ("RRNB", "disease_state", "refractory")]
    assert named(extractor, "RRNB") == found


@pytest.mark.parametrize("text", ["", "thank you", "why", "😀"])
def test_where_nothing_is_named_nothing_is_found(extractor: SubjectExtractor, text: str) -> None:
    assert entities(extractor, text) == []


def test_every_word_of_every_subject_leads_to_it(extractor: SubjectExtractor) -> None:
    words = [(word, s.kind, s.value) for s in library().subjects.values() for word in s.words]
    assert len(words) >= 150
    missed = [
        word for word, kind, value in words if (kind, value) not in [named[1:] for named in named(extractor, word)]
    ]
    assert missed == []


def test_every_other_illness_is_told_apart(extractor: SubjectExtractor) -> None:
    names = other_illnesses()
    assert len(names) >= 100
    assert [name for name in names if OTHER_ILLNESS not in [kind for _, kind, _ in named(extractor, name)]] == []


def test_no_subject_is_taken_for_another_illness(extractor: SubjectExtractor) -> None:
    words = [word for s in library().subjects.values() for word in s.words] + list(library().terms)
    assert [word for word in words if OTHER_ILLNESS in [kind for _, kind, _ in named(extractor, word)]] == []


def test_what_was_found_before_is_kept(extractor: SubjectExtractor) -> None:
    known = {"entity": "topic", "value": "staging.ms"}
    message = Message({TEXT: "alk", WORDS: [("alk", 0, 3)], ENTITIES: [known]})
    found = extractor.process([message])[0].get(ENTITIES)
    assert [entity["value"] for entity in found] == ["staging.ms", "ALK"]
    assert found[1]["extractor"] == "SubjectExtractor"


def test_trained_and_loaded_it_finds_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    trained = bench.create(SubjectExtractor)
    trained.train(training_data())
    for text in ("my sons 4s spred", "MIBG theraphy and DFMO", "has he wilms tumour"):
        assert named(trained, text)
        assert entities(bench.load(SubjectExtractor), text) == entities(trained, text)
