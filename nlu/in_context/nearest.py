"""How like a message is to the follow-ups families wrote, meaning by meaning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlu.in_context.meanings import Matrix
from nlu.rough import FEW, MANY, Rough

Places = npt.NDArray[np.int64]
_TINY = 1e-9


def unit(vectors: Matrix) -> Matrix:
    """The rows at length one; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Matrix = (vectors / np.maximum(lengths, _TINY)).astype(np.float32)
    return found


class Nearest:
    """The examples' unit vectors, with the last topic each leans on and what each means."""

    def __init__(self, vectors: Matrix, last: Places, meant: Places, groups: Places) -> None:
        """``vectors`` has shape (examples, dimensions); ``groups`` numbers the group of every topic."""
        order = np.argsort(meant, kind="stable")
        ordered = unit(vectors)[order]
        self._rough = Rough(ordered.astype(np.float16)) if len(ordered) >= MANY else None
        self._vectors = ordered.astype(np.float16) if self._rough else ordered
        self._last, self._meant, self._groups = last[order], meant[order], groups
        self._order = order
        self._kinds, self._starts = np.unique(self._meant, return_index=True)

    def likeness(
        self, vectors: Matrix, last: Places, meanings: int, *, themselves: Places | None = None
    ) -> tuple[Matrix, ...]:
        """The greatest cosine for each meaning: of all examples, after the same topic, after the same group.

        Each of shape (messages, ``meanings``). ``themselves``: which of the examples the
        messages are, in the order they were given; none is compared with itself.
        """
        cosine = self._cosines(unit(vectors))
        if themselves is not None:
            cosine[np.arange(len(themselves)), np.argsort(self._order)[themselves]] = 0
        same = last[:, None] == self._last[None]
        group = self._groups[last][:, None] == self._groups[self._last][None]
        return tuple(self._greatest(one, meanings) for one in (cosine, cosine * same, cosine * group))

    def _cosines(self, vectors: Matrix) -> Matrix:
        """With every example; of a few messages among very many examples to about 0.004."""
        if self._rough is not None and len(vectors) <= FEW:
            return self._rough.products(vectors)
        exact: Matrix = vectors @ self._vectors.astype(np.float32).T
        return exact

    def _greatest(self, cosine: Matrix, meanings: int) -> Matrix:
        found = np.zeros((len(cosine), meanings), np.float32)
        found[:, self._kinds] = np.maximum.reduceat(cosine, self._starts, axis=1)
        return np.maximum(found, 0)

    def save(self, file: Path) -> None:
        """Store the examples, their vectors in half precision."""
        np.savez(
            file,
            vectors=self._vectors.astype(np.float16),
            last=self._last,
            meant=self._meant,
            groups=self._groups,
        )

    @classmethod
    def load(cls, file: Path) -> Nearest:
        """Read what ``save`` stored."""
        with np.load(file) as stored:
            return cls(stored["vectors"].astype(np.float32), stored["last"], stored["meant"], stored["groups"])
