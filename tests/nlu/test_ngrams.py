"""The words of a message are added as one short vector."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import PARTS, PLAIN
from nlu.components.ngrams import NgramFeaturizer
from tests.nlu.bench import Bench, training_data


def _data() -> TrainingData:
    data = training_data()
    for message in data.training_examples:
        message.set(PLAIN, message.get(TEXT).lower())
    return data


def _trained(bench: Bench, **settings: Any) -> NgramFeaturizer:
    component: NgramFeaturizer = bench.create(NgramFeaturizer, **settings)
    component.train(_data())
    return component


def _vector(message: Message) -> Any:
    return message.get_dense_features(TEXT)[1].features


def _read(component: NgramFeaturizer, text: str) -> Any:
    return _vector(component.process([Message({TEXT: "as typed", PLAIN: text})])[0])


def _likeness(one: Any, other: Any) -> float:
    return float((one @ other.T).item() / (np.linalg.norm(one) * np.linalg.norm(other)))


def test_the_vector_has_the_dimensions_asked_for(tmp_path: Path) -> None:
    assert _read(_trained(Bench(tmp_path), dimensions=5), "what is stage ms").shape == (1, 5)


def test_the_same_words_are_nearer_than_others(tmp_path: Path) -> None:
    component = _trained(Bench(tmp_path))
    asked, like, unlike = (_read(component, text) for text in ("what is stage ms", "explain stage ms", "thank you"))
    assert _likeness(asked, like) > _likeness(asked, unlike) + 0.3


def test_the_scale_makes_it_count_more(tmp_path: Path) -> None:
    single, threefold = (_read(_trained(Bench(tmp_path), scale=scale), "what is stage ms") for scale in (1.0, 3.0))
    np.testing.assert_allclose(threefold, 3 * single, rtol=1e-4)
    assert np.linalg.norm(single) > 0.1


def test_words_never_seen_give_zeros(tmp_path: Path) -> None:
    assert not _read(_trained(Bench(tmp_path)), "xyzzy qwfp").any()


def test_parts_get_vectors_of_their_own_and_an_empty_message_none(tmp_path: Path) -> None:
    component = _trained(Bench(tmp_path))
    part = Message({TEXT: "thank you", PLAIN: "thank you"})
    (empty,) = component.process([Message({TEXT: "", PARTS: [part]})])
    np.testing.assert_array_equal(_vector(part), _read(component, "thank you"))
    assert empty.get_dense_features(TEXT) == (None, None)


def test_training_questions_get_vectors(tmp_path: Path) -> None:
    data = _trained(Bench(tmp_path)).process_training_data(_data())
    assert [_vector(message).shape for message in data.training_examples] == [(1, 6)] * 12


def test_trained_and_loaded_it_gives_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    trained, loaded = _trained(bench), bench.load(NgramFeaturizer)
    for text in ("what is stage ms", "thank you", "surgery for stage ms"):
        np.testing.assert_allclose(_read(loaded, text), _read(trained, text), atol=1e-2)
        assert np.abs(_read(loaded, text)).max() > 0.1


@pytest.mark.parametrize("key", ["words", "letters"])
@pytest.mark.parametrize("lengths", [[0, 2], [3, 2]])
def test_lengths_that_are_no_range_are_refused(tmp_path: Path, key: str, lengths: list[int]) -> None:
    message = f"NgramFeaturizer: {key} is {lengths}; write [shortest, longest]"
    with pytest.raises(ValueError, match=re.escape(message)):
        Bench(tmp_path).create(NgramFeaturizer, **{key: lengths})


def test_a_loaded_component_reads_in_32_bits_so_that_nothing_is_copied(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    _trained(bench)
    assert _read(bench.load(NgramFeaturizer), "what is stage ms").dtype == np.float32
