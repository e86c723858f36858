"""scikit-learn's logistic regression, fitted in single precision.

scikit-learn keeps its weights in 64 bits, for which every step copies all features from 32 bits: at 25,000
questions this is half of the time, and changes no probability by more than a rounding error.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.utils.class_weight import compute_sample_weight

Matrix = npt.NDArray[np.float32]
_FEWEST_CLASSES = 3
_LEAST = np.float32(-60)  # smaller shares are too small for a processor to multiply quickly


class SingleRegression(LogisticRegression):
    """Multinomial, with L2 penalty and intercept; two classes are left to scikit-learn."""

    def fit(self, vectors: Matrix, classes: npt.ArrayLike, sample_weight: Matrix | None = None) -> SingleRegression:
        """Fit on ``vectors``, shape (examples, features), float32. Raises ValueError for another number of classes."""
        names, places = np.unique(classes, return_inverse=True)
        if len(vectors) != len(places):
            raise ValueError(f"{len(vectors)} rows of features for {len(places)} classes")
        if len(names) < _FEWEST_CLASSES:
            super().fit(vectors, classes, sample_weight)
            return self
        weights = compute_sample_weight(self.class_weight, places) * (1.0 if sample_weight is None else sample_weight)
        start = np.zeros(len(names) * (vectors.shape[1] + 1))
        given = (np.asarray(vectors, np.float32), places, weights.astype(np.float32), 1 / self.C)
        options = {"maxiter": self.max_iter, "gtol": self.tol, "ftol": 4 * float(np.finfo(np.float32).eps)}
        found = minimize(_loss, start, given, jac=True, method="L-BFGS-B", options=options)
        learned = found.x.reshape(len(names), -1)
        self.classes_, self.coef_, self.intercept_ = names, learned[:, :-1], learned[:, -1]
        self.n_features_in_, self.n_iter_ = vectors.shape[1], np.array([found.nit])
        return self


def _loss(
    flat: npt.NDArray[np.float64], vectors: Matrix, places: npt.NDArray[np.intp], weights: Matrix, penalty: float
) -> tuple[float, npt.NDArray[np.float64]]:
    """What the weights cost, and its slope; the last column is the intercept, which is not held small."""
    learned = flat.reshape(-1, vectors.shape[1] + 1).astype(np.float32)
    slopes, rows = learned[:, :-1], np.arange(len(places))
    share = vectors @ slopes.T
    share += learned[:, -1]
    share -= share.max(axis=1, keepdims=True)
    right = share[rows, places]
    np.exp(np.maximum(share, _LEAST, out=share), out=share)
    total = share.sum(axis=1)
    value = float((weights * (np.log(total) - right)).sum(dtype=np.float64)) + penalty / 2 * float((slopes**2).sum())
    share /= total[:, None]
    share[rows, places] -= 1
    share *= weights[:, None]
    slope = np.hstack([share.T @ vectors + np.float32(penalty) * slopes, share.sum(axis=0)[:, None]])
    return value, slope.ravel().astype(np.float64)
