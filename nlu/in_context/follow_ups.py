"""The model of follow-ups: trained on examples, it ranks what a message means after the last topic."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from nlu.in_context.apart import kept_apart
from nlu.in_context.features import features
from nlu.in_context.meanings import Matrix
from nlu.in_context.nearest import Nearest, Places
from nlu.in_context.ranker import Array, fit, shares
from nlu.in_context.readings import Message, Reader, Readings
from nlu.regression import SingleRegression
from nlu.stored import load_regression, save_regression

_CLASSIFIER, _WEIGHTS = "follow_ups.npz", "follow_ups_weights.npy"
_NEAREST = ("follow_ups_nearest.npz", "follow_ups_nearest_in_context.npz")
_ROUNDS, _FEWEST_APART = 40, 0.1
_LAST, _READ, _SAID = 2.0, 3.0, 5.0  # how strongly last topic, message alone, and both together count


class FollowUps:
    """Three things taught by examples: a regression, the nearest examples, and a ranker that weighs all evidence."""

    def __init__(
        self, reader: Reader, regression: LogisticRegression, nearest: Sequence[Nearest], weights: Array
    ) -> None:
        """Use :meth:`fit` or :meth:`load`. ``nearest`` compares messages alone, and with what was said before."""
        self._reader, self._regression, self._nearest, self._weights = reader, regression, nearest, weights

    @classmethod
    def fit(cls, messages: Sequence[Message], meant: Sequence[Sequence[str]], reader: Reader) -> FollowUps:
        """Learn from ``messages`` and what each means, the best first.

        The ranker weighs the regression by what it says of examples that neither it nor the
        encoder has learned from: those kept apart.
        """
        readings, at = reader.read(messages), reader.meanings.at
        apart = _apart(messages)
        first = np.array([at[names[0]] for names in meant])
        right = np.zeros((len(messages), len(at)), np.float32)
        for row, names in enumerate(meant):
            right[row, [at[name] for name in names]] = 1
        groups = _groups(reader)
        nearest = [Nearest(vectors, readings.last, first, groups) for vectors in (readings.vectors, readings.contexts)]
        inputs = _inputs(readings, reader)
        learned = _shares(_regression(inputs[~apart], first[~apart]), inputs[apart], len(at))
        unseen = readings.only(apart)
        likeness = _likeness(nearest, unseen, len(at), themselves=np.flatnonzero(apart))
        seen = features(unseen, learned, likeness, reader)
        return cls(reader, _regression(inputs, first), nearest, fit(seen, right[apart]))

    def rank(self, messages: Sequence[Message]) -> Matrix:
        """The probability of each meaning, shape (messages, meanings)."""
        readings = self._reader.read(messages)
        learned = _shares(self._regression, _inputs(readings, self._reader), len(self._reader.meanings))
        likeness = _likeness(self._nearest, readings, len(self._reader.meanings))
        return shares(features(readings, learned, likeness, self._reader), self._weights)

    def save(self, folder: Path) -> None:
        """Store what was learned."""
        save_regression(self._regression, folder / _CLASSIFIER)
        np.save(folder / _WEIGHTS, self._weights)
        for nearest, name in zip(self._nearest, _NEAREST, strict=True):
            nearest.save(folder / name)

    @classmethod
    def load(cls, folder: Path, reader: Reader) -> FollowUps | None:
        """What ``save`` stored; None when there was nothing to learn from."""
        file = folder / _CLASSIFIER
        if not file.exists():
            return None
        regression = load_regression(file)
        nearest = [Nearest.load(folder / name) for name in _NEAREST]
        return cls(reader, regression, nearest, np.load(folder / _WEIGHTS))


def _apart(messages: Sequence[Message]) -> npt.NDArray[np.bool_]:
    """Which examples the ranker is fitted on; of a handful, where chance may keep none apart, every third."""
    kept = np.array([kept_apart(message.text) for message in messages])
    share = kept.mean()
    return kept if _FEWEST_APART < share < 1 - _FEWEST_APART else np.arange(len(messages)) % 3 == 0


def _groups(reader: Reader) -> Places:
    names = [topic.partition(".")[0] for topic in reader.meanings.topics]
    return np.array([names.index(name) for name in names])


def _likeness(
    nearest: Sequence[Nearest], readings: Readings, meanings: int, *, themselves: Places | None = None
) -> tuple[Matrix, ...]:
    vectors = (readings.vectors, readings.contexts)
    found = (
        one.likeness(rows, readings.last, meanings, themselves=themselves)
        for one, rows in zip(nearest, vectors, strict=True)
    )
    return tuple(chain.from_iterable(found))


def _inputs(readings: Readings, reader: Reader) -> Matrix:
    """What the regression sees: the message as read alone, as led and with what was said, the last topic, the child."""
    last = _LAST * np.eye(len(reader.meanings.topics), dtype=np.float32)[readings.last]
    read = _READ * np.sqrt(np.hstack([readings.intents, readings.led]))
    return np.hstack([last, _LAST * readings.told, read, _SAID * readings.contexts]).astype(np.float32)


def _regression(inputs: Matrix, first: Places) -> LogisticRegression:
    return SingleRegression(max_iter=_ROUNDS).fit(inputs, first)


def _shares(regression: LogisticRegression, inputs: Matrix, meanings: int) -> Matrix:
    found = np.zeros((len(inputs), meanings), np.float32)
    found[:, regression.classes_] = regression.predict_proba(inputs)
    return found
