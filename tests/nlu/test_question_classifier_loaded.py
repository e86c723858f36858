"""The classifier as it was stored: the same regression, the same neighbours, its settings obeyed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nlu.components.question_classifier import QuestionClassifier
from tests.nlu.bench import QUESTIONS, Bench, read

ASKED = ["what does stage MS mean", "he needs a surgery", "thank you all", "pizza"]


def _ranking(components: list[Any], text: str) -> list[tuple[str, float]]:
    return [(one["name"], one["confidence"]) for one in read(components, text).get("intent_ranking")]


def test_the_ranking_is_as_long_as_asked(loaded: Callable[..., list[Any]]) -> None:
    assert len(_ranking(loaded(ranking_length=2), ASKED[0])) == 2
    assert len(_ranking(loaded(ranking_length=0), ASKED[0])) == 3


def test_the_vote_is_mixed_in_by_its_share(loaded: Callable[..., list[Any]]) -> None:
    learned, mixed, voted = (dict(_ranking(loaded(vote=share), "pizza")) for share in (0.0, 0.25, 1.0))
    assert max(abs(learned[name] - voted[name]) for name in QUESTIONS) > 0.01
    for name in QUESTIONS:
        assert mixed[name] == pytest.approx(0.75 * learned[name] + 0.25 * voted[name], abs=1e-5)


@pytest.mark.parametrize("text", ASKED)
def test_trained_and_loaded_it_gives_the_same(trained: list[Any], loaded: Callable[..., list[Any]], text: str) -> None:
    assert dict(_ranking(loaded(), text)) == pytest.approx(dict(_ranking(trained[:5], text)), abs=1e-2)


def test_the_loaded_one_lets_neighbours_vote_too(loaded: Callable[..., list[Any]]) -> None:
    votes = np.array([confidence for _, confidence in _ranking(loaded(vote=1.0), "what is stage MS")])
    assert votes[0] > 0.9


def test_a_regression_that_cannot_be_read_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises((FileNotFoundError, ValueError)):
        Bench(tmp_path).load(QuestionClassifier)
