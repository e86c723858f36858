"""Phrases, and the subjects they stand for."""

from __future__ import annotations

import pytest

from nlu.wording.subjects import subject_names
from nlu.wording.vocabulary import OTHER_ILLNESS, other_illnesses
from nlu.wording.wording import tokens
from tests.nlu.shared import library

NAMES = subject_names(library())


def test_every_word_of_every_subject_stands_for_one() -> None:
    words = [word for subject in library().subjects.values() for word in subject.words]
    assert [word for word in words if " ".join(tokens(word)) not in NAMES] == []
    assert NAMES["stage iv-s"] == ["stage", "MS"]


def test_ours_and_other_illnesses_are_all_that_is_named() -> None:
    own = {(subject.kind, subject.value) for subject in library().subjects.values()}
    found = {(kind, value) for kind, value in NAMES.values() if kind != OTHER_ILLNESS}
    assert found == own
    assert {value for kind, value in NAMES.values() if kind == OTHER_ILLNESS} <= set(other_illnesses())


def test_another_illness_stands_for_itself() -> None:
    assert NAMES["leukemia"] == [OTHER_ILLNESS, "leukemia"]


def test_phrases_are_in_words_as_messages_are_read() -> None:
    assert [phrase for phrase in NAMES if phrase != " ".join(tokens(phrase)) or not phrase] == []


def test_ours_win_over_another_illness_of_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlu.wording.subjects.other_illnesses", lambda: ["Stage MS", "gout"])
    names = subject_names(library())
    assert names["stage ms"] == ["stage", "MS"]
    assert names["gout"] == [OTHER_ILLNESS, "gout"]
