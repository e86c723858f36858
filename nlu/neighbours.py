"""The nearest training questions vote: what was asked in nearly these words before."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
_FILE = "neighbours.npz"
_TINY = 1e-9
_AT_ONCE = 256  # messages compared with every question at a time: memory, not speed


def _unit(vectors: Matrix) -> Matrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = (vectors / np.maximum(lengths, _TINY)).astype(np.float32)
    return unit


class Neighbours:
    """Training questions as unit vectors, and the class each belongs to.

    A vote weighs ``exp(sharpness * cosine)``, so that near questions count far more.
    """

    def __init__(self, vectors: Matrix, classes: Sequence[int], *, count: int = 15, sharpness: float = 12.0) -> None:
        """``vectors`` has shape (questions, dimensions), ``classes`` one number a question."""
        self._vectors, self._classes = _unit(vectors), np.asarray(classes, np.int64)
        self._count, self._sharpness = min(count, len(vectors)), sharpness

    def vote(self, vectors: Matrix, classes: int) -> Matrix:
        """The share of the vote for each class, shape (messages, ``classes``); rows add up to one."""
        blocks = [vectors[at : at + _AT_ONCE] for at in range(0, len(vectors), _AT_ONCE)]
        if len(blocks) <= 1:
            return self._votes(vectors, classes)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # numpy compares outside the interpreter's lock
            return np.vstack(list(pool.map(lambda block: self._votes(block, classes), blocks)))

    def _votes(self, vectors: Matrix, classes: int) -> Matrix:
        likeness = _unit(vectors) @ self._vectors.T
        nearest = np.argpartition(-likeness, self._count - 1, axis=1)[:, : self._count]
        votes = np.zeros((len(vectors), classes), np.float32)
        rows = np.arange(len(vectors))[:, None]
        np.add.at(votes, (rows, self._classes[nearest]), np.exp(self._sharpness * likeness[rows, nearest]))
        shares: Matrix = votes / votes.sum(axis=1, keepdims=True)
        return shares

    def save(self, folder: Path) -> None:
        """Store the questions' vectors in half precision: a quarter of the model archive."""
        settings = {"count": self._count, "sharpness": self._sharpness}
        np.savez(folder / _FILE, vectors=self._vectors.astype(np.float16), classes=self._classes, **settings)

    @classmethod
    def load(cls, folder: Path) -> Neighbours:
        """Read what ``save`` stored."""
        with np.load(folder / _FILE) as stored:
            vectors, classes = stored["vectors"].astype(np.float32), stored["classes"]
            return cls(vectors, classes, count=int(stored["count"]), sharpness=float(stored["sharpness"]))
