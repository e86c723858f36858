"""What scikit-learn learned, stored as plain arrays.

Plain arrays can hold no code, and reading them needs no more than numpy: skops, with which Rasa
stores such things, looks through every loaded module when it is imported, seven seconds in a
process that holds TensorFlow.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

_LEARNED = ("classes_", "coef_", "intercept_")


def save_regression(regression: LogisticRegression, file: Path) -> None:
    """Store a fitted regression; ``file`` ends in ``.npz``."""
    arrays = {name: np.asarray(getattr(regression, name)) for name in _LEARNED}
    if arrays["classes_"].dtype == object:
        arrays["classes_"] = arrays["classes_"].astype(str)
    np.savez(file, **arrays)


def load_regression(file: Path) -> LogisticRegression:
    """The regression as it was fitted; it only predicts."""
    regression = LogisticRegression()
    with np.load(file, allow_pickle=False) as stored:
        for name in _LEARNED:
            setattr(regression, name, stored[name])
    regression.n_features_in_ = regression.coef_.shape[1]
    return regression


def save_weights(vectorizers: Sequence[TfidfVectorizer], file: Path) -> None:
    """Store the n-grams of fitted vectorizers, in order of column, and their weights; ``file`` ends in ``.npz``."""
    arrays = {}
    for at, vectorizer in enumerate(vectorizers):
        arrays[f"terms{at}"] = vectorizer.get_feature_names_out().astype(str)
        arrays[f"idf{at}"] = vectorizer.idf_
    np.savez(file, **arrays)


def load_weights(vectorizers: Sequence[TfidfVectorizer], file: Path) -> None:
    """Give new vectorizers, of the same settings, what ``save_weights`` stored."""
    with np.load(file, allow_pickle=False) as stored:
        for at, vectorizer in enumerate(vectorizers):
            vectorizer.vocabulary = {str(term): column for column, term in enumerate(stored[f"terms{at}"])}
            vectorizer.idf_ = stored[f"idf{at}"]
