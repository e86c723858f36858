"""The meaning of a message is added as one vector."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import PARTS, PLAIN
from nlu.components.sentence_vector import SentenceVectorFeaturizer
from tests.nlu.bench import Bench, training_data


def _vector(message: Message) -> Any:
    sequence, sentence = message.get_dense_features(TEXT)
    assert sequence is None
    return sentence.features


def _read(component: SentenceVectorFeaturizer, text: str) -> Any:
    return _vector(component.process([Message({TEXT: "as typed", PLAIN: text})])[0])


def test_the_vector_has_the_length_of_the_scale(tmp_path: Path) -> None:
    vector = _read(Bench(tmp_path).create(SentenceVectorFeaturizer, scale=3.0), "what is stage ms")
    assert vector.shape == (1, 384)
    assert np.linalg.norm(vector) == pytest.approx(3.0, abs=1e-4)


def test_the_plain_words_are_read_not_the_text(tmp_path: Path) -> None:
    component = Bench(tmp_path).create(SentenceVectorFeaturizer)
    assert np.abs(_read(component, "what is stage ms") - _read(component, "thank you")).max() > 0.1


def test_parts_get_vectors_of_their_own(tmp_path: Path) -> None:
    component = Bench(tmp_path).create(SentenceVectorFeaturizer)
    part = Message({TEXT: "is it inherited", PLAIN: "is it inherited"})
    component.process([Message({TEXT: "long", PLAIN: "long", PARTS: [part]})])
    np.testing.assert_array_equal(_vector(part), _read(component, "is it inherited"))


def test_an_empty_message_gets_none(tmp_path: Path) -> None:
    (message,) = Bench(tmp_path).create(SentenceVectorFeaturizer).process([Message({TEXT: ""})])
    assert message.get_dense_features(TEXT) == (None, None)


def test_training_questions_get_vectors(tmp_path: Path) -> None:
    data = Bench(tmp_path).create(SentenceVectorFeaturizer).process_training_data(training_data())
    assert [_vector(message).shape for message in data.training_examples] == [(1, 384)] * 12


def test_trained_and_loaded_it_gives_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    trained = bench.create(SentenceVectorFeaturizer)
    trained.train(training_data())
    loaded = bench.load(SentenceVectorFeaturizer)
    np.testing.assert_array_equal(_read(trained, "what is stage ms"), _read(loaded, "what is stage ms"))


@pytest.mark.parametrize("scale", [0, -5.0])
def test_a_scale_that_cannot_be_is_refused(tmp_path: Path, scale: float) -> None:
    message = f"SentenceVectorFeaturizer: scale is {scale}; it must be above 0"
    with pytest.raises(ValueError, match=message):
        Bench(tmp_path).create(SentenceVectorFeaturizer, scale=scale)
