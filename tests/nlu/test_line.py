"""Lines to learn from are told apart by what was written, whatever they carry by then."""

from __future__ import annotations

import copy

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import SAFETY
from nlu.line import Line


def _line(text: str, intent: str, **more: str) -> Line:
    return Line({TEXT: text, INTENT: intent, **more})


def test_a_line_that_stands_twice_is_learned_once() -> None:
    data = TrainingData([_line("what is it", "a"), _line("what is it", "a"), _line("what is it", "b")])
    assert [line.get(INTENT) for line in data.training_examples] == ["a", "b"]


def test_text_intent_and_safety_each_make_a_line_another() -> None:
    lines = [_line("x", "a"), _line("y", "a"), _line("x", "b"), _line("x", "a", **{SAFETY: "emergency"})]
    assert len({line.fingerprint() for line in lines}) == len(set(lines)) == 4


def test_what_a_component_adds_does_not_make_it_another() -> None:
    line = _line("x", "a")
    before = line.fingerprint()
    line.add_features(Features(np.ones((1, 2)), "sentence", TEXT, "test"))
    line.set("plain", "x")
    assert line.fingerprint() == before


def test_a_copy_changes_apart() -> None:
    line = _line("x", "a")
    other = copy.deepcopy(line)
    other.set(INTENT, "b")
    other.add_features(Features(np.ones((1, 2)), "sentence", TEXT, "test"))
    assert (line.get(INTENT), line.features) == ("a", [])
    assert isinstance(other, Line)
