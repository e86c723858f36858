"""What was learned is stored as plain arrays, and predicts the same afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from nlu.domain import ROOT
from nlu.stored import load_regression, load_weights, save_regression, save_weights

ROWS = np.array([[0, 1], [1, 0], [1, 1], [0, 0], [2, 1], [1, 2]], np.float32)
TEXTS = ("what is stage ms", "what is a scan", "is the scan loud")


@pytest.mark.parametrize("classes", [("a", "b"), ("a", "b", "c"), (3, 7, 9)])
def test_a_regression_predicts_the_same(tmp_path: Path, classes: tuple[object, ...]) -> None:
    fitted = LogisticRegression().fit(ROWS, [classes[at % len(classes)] for at in range(len(ROWS))])
    save_regression(fitted, tmp_path / "r.npz")
    loaded = load_regression(tmp_path / "r.npz")
    np.testing.assert_allclose(loaded.predict_proba(ROWS), fitted.predict_proba(ROWS), atol=1e-9)
    assert list(loaded.classes_) == list(fitted.classes_)


def test_vectorizers_weigh_the_same(tmp_path: Path) -> None:
    fitted = [TfidfVectorizer(sublinear_tf=True), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4))]
    rows = [one.fit_transform(TEXTS).toarray() for one in fitted]
    save_weights(fitted, tmp_path / "w.npz")
    new = [TfidfVectorizer(sublinear_tf=True), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4))]
    load_weights(new, tmp_path / "w.npz")
    for one, row in zip(new, rows, strict=True):
        np.testing.assert_allclose(one.transform(TEXTS).toarray(), row, atol=1e-9)


def test_loading_our_components_does_not_import_what_is_slow() -> None:
    code = "import sys, nlu.components.question_classifier, nlu.components.safety_reader; print('skops' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
