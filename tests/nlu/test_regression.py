"""The regression in single precision says what scikit-learn's says."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nlu.regression import SingleRegression

KINDS = ["staging", "tests", "relapse", "side-effects"]


def _examples(kinds: int) -> tuple[np.ndarray, list[str]]:
    chance = np.random.default_rng(0)
    places = chance.integers(0, kinds, 400) * chance.integers(0, 2, 400)  # the first kind is far more frequent
    middles = chance.normal(size=(kinds, 12))
    vectors = middles[places] + chance.normal(size=(400, 12))
    return vectors.astype(np.float32), [KINDS[place] for place in places]


@pytest.mark.parametrize("kinds", [2, 4])
@pytest.mark.parametrize("balanced", [None, "balanced"])
def test_it_agrees_with_scikit_learn(kinds: int, balanced: str | None) -> None:
    vectors, names = _examples(kinds)
    ours = SingleRegression(class_weight=balanced, max_iter=200).fit(vectors, names)
    theirs = LogisticRegression(class_weight=balanced, max_iter=200).fit(vectors, names)
    assert list(ours.classes_) == list(theirs.classes_)
    assert np.abs(ours.predict_proba(vectors) - theirs.predict_proba(vectors)).max() < 0.005


def test_vectors_far_apart_do_not_break_it() -> None:
    vectors, names = _examples(4)
    learned = SingleRegression().fit(1000 * vectors, names)
    assert np.isfinite(learned.predict_proba(1000 * vectors)).all()


def test_rows_without_a_class_are_a_fault() -> None:
    vectors, names = _examples(4)
    with pytest.raises(ValueError, match="400 rows of features for 399 classes"):
        SingleRegression().fit(vectors, names[1:])
