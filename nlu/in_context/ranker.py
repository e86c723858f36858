"""A conditional logit: one weight a feature, the same for every meaning; the meanings compete in a softmax."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Array = npt.NDArray[np.float32]
_SHRINK = 3.0
_ROUNDS = 60
_TINY = 1e-12


def shares(features: Array, weights: Array) -> Array:
    """The probability of each meaning, shape (messages, meanings), for features (messages, meanings, features)."""
    score = features @ weights
    power = np.exp(score - score.max(axis=1, keepdims=True))
    found: Array = power / power.sum(axis=1, keepdims=True)
    return found


def fit(features: Array, right: Array) -> Array:
    """Weights under which the meanings marked 1 in ``right`` (messages, meanings) are likeliest; each row has one."""

    def loss(weights: Array) -> tuple[float, npt.NDArray[np.float64]]:
        share = shares(features, weights.astype(np.float32))
        hit = (share * right).sum(axis=1, keepdims=True) + _TINY
        slope = np.einsum("nmf,nm->f", features, share - share * right / hit, optimize=True)
        value = float(-np.log(hit).sum() + _SHRINK * (weights @ weights) / 2)
        return value, (slope + _SHRINK * weights).astype(np.float64)

    start = np.zeros(features.shape[2])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x, np.float32)
