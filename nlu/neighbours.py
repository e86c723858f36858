"""The nearest training questions vote: what was asked in nearly these words before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.rough import FEW, MANY, Rough

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
_FILE = "neighbours.npz"
_TINY = 1e-9
_AT_ONCE = 1024  # messages compared with every question at a time: memory, not speed
_LIKELY = 64  # of the roughly nearest questions, looked at exactly: among them are the nearest


def _unit(vectors: Matrix) -> Matrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = (vectors / np.maximum(lengths, _TINY)).astype(np.float32)
    return unit


def _greatest(rows: npt.NDArray[Any], count: int) -> Places:
    """The places of the greatest in each row, in no order."""
    places: Places = np.argpartition(-rows, count - 1, axis=1)[:, :count]
    return places


class Neighbours:
    """Training questions as unit vectors, and the class each belongs to.

    A vote weighs ``exp(sharpness * cosine)``, so that near questions count far more.
    """

    def __init__(self, vectors: Matrix, classes: Sequence[int], *, count: int = 15, sharpness: float = 12.0) -> None:
        """``vectors`` has shape (questions, dimensions), ``classes`` one number a question."""
        self._vectors, self._classes = _unit(vectors).astype(np.float16), np.asarray(classes, np.int64)
        self._rough = Rough(self._vectors) if len(vectors) >= MANY else None
        self._count, self._sharpness = min(count, len(vectors)), sharpness

    def vote(self, vectors: Matrix, classes: int) -> Matrix:
        """The share of the vote for each class, shape (messages, ``classes``); rows add up to one."""
        blocks = [vectors[at : at + _AT_ONCE] for at in range(0, len(vectors), _AT_ONCE)]
        if len(blocks) <= 1:
            return self._votes(vectors, classes)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # numpy compares outside the interpreter's lock
            return np.vstack(list(pool.map(lambda block: self._votes(block, classes), blocks)))

    def _votes(self, vectors: Matrix, classes: int) -> Matrix:
        votes = np.zeros((len(vectors), classes), np.float32)
        for row, (near, likeness) in enumerate(self._nearest(_unit(vectors))):
            np.add.at(votes[row], self._classes[near], np.exp(self._sharpness * likeness))
        shares: Matrix = votes / votes.sum(axis=1, keepdims=True)
        return shares

    def _nearest(self, vectors: Matrix) -> Iterator[tuple[Places, Matrix]]:
        """For each unit vector the places of the nearest questions, and their cosines."""
        if self._rough is None or len(vectors) > FEW:
            cosines = vectors @ self._vectors.astype(np.float32).T
            for row, near in enumerate(_greatest(cosines, self._count)):
                yield near, cosines[row, near]
            return
        for vector, likely in zip(vectors, _greatest(self._rough.products(vectors), _LIKELY), strict=True):
            cosine = self._vectors[likely].astype(np.float32) @ vector
            near = np.argpartition(-cosine, self._count - 1)[: self._count]
            yield likely[near], cosine[near]

    def save(self, folder: Path) -> None:
        """Store the questions' vectors in half precision: a quarter of the model archive."""
        settings = {"count": self._count, "sharpness": self._sharpness}
        np.savez(folder / _FILE, vectors=self._vectors, classes=self._classes, **settings)

    @classmethod
    def load(cls, folder: Path) -> Neighbours:
        """Read what ``save`` stored."""
        with np.load(folder / _FILE) as stored:
            vectors, classes = stored["vectors"].astype(np.float32), stored["classes"]
            return cls(vectors, classes, count=int(stored["count"]), sharpness=float(stored["sharpness"]))
