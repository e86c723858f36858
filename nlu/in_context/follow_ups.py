"""The model of follow-ups: trained on examples, it ranks what a message means after the last topic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import skops.io
from sklearn.linear_model import LogisticRegression

from nlu.in_context.features import features
from nlu.in_context.meanings import Matrix
from nlu.in_context.nearest import Nearest, Places
from nlu.in_context.ranker import Array, fit, shares
from nlu.in_context.readings import Message, Reader, Readings

_CLASSIFIER, _WEIGHTS = "follow_ups.skops", "follow_ups_weights.npy"
_FOLDS, _ROUNDS = 3, 40
_LAST, _READ = 2.0, 3.0  # how strongly the last topic, and what the message means alone, count in the regression


class FollowUps:
    """Three things taught by examples: a regression, the nearest examples, and a ranker that weighs all evidence."""

    def __init__(self, reader: Reader, regression: LogisticRegression, nearest: Nearest, weights: Array) -> None:
        """Use :meth:`fit` or :meth:`load`."""
        self._reader, self._regression, self._nearest, self._weights = reader, regression, nearest, weights

    @classmethod
    def fit(cls, messages: Sequence[Message], meant: Sequence[Sequence[str]], reader: Reader) -> FollowUps:
        """Learn from ``messages`` and what each means, the best first.

        The ranker sees the regression as it is on examples it has not learned from.
        """
        readings, at = reader.read(messages), reader.meanings.at
        first = np.array([at[names[0]] for names in meant])
        right = np.zeros((len(messages), len(at)), np.float32)
        for row, names in enumerate(meant):
            right[row, [at[name] for name in names]] = 1
        nearest = Nearest(readings.vectors, readings.last, first, _groups(reader))
        learned = _unseen(readings, first, reader)
        likeness = nearest.likeness(readings.vectors, readings.last, len(at), themselves=True)
        weights = fit(features(readings, learned, likeness, reader), right)
        return cls(reader, _regression(_inputs(readings, reader), first), nearest, weights)

    def rank(self, messages: Sequence[Message]) -> Matrix:
        """The probability of each meaning, shape (messages, meanings)."""
        readings = self._reader.read(messages)
        learned = _shares(self._regression, _inputs(readings, self._reader), len(self._reader.meanings))
        likeness = self._nearest.likeness(readings.vectors, readings.last, len(self._reader.meanings))
        return shares(features(readings, learned, likeness, self._reader), self._weights)

    def save(self, folder: Path) -> None:
        """Store what was learned."""
        skops.io.dump(self._regression, folder / _CLASSIFIER)
        np.save(folder / _WEIGHTS, self._weights)
        self._nearest.save(folder)

    @classmethod
    def load(cls, folder: Path, reader: Reader) -> FollowUps | None:
        """What ``save`` stored; None when there was nothing to learn from."""
        file = folder / _CLASSIFIER
        if not file.exists():
            return None
        regression = skops.io.load(file, trusted=skops.io.get_untrusted_types(file=file))
        return cls(reader, regression, Nearest.load(folder), np.load(folder / _WEIGHTS))


def _groups(reader: Reader) -> Places:
    names = [topic.partition(".")[0] for topic in reader.meanings.topics]
    return np.array([names.index(name) for name in names])


def _inputs(readings: Readings, reader: Reader) -> Matrix:
    """What the regression sees: the message as read alone and as led, the last topic, what is known of the child."""
    last = _LAST * np.eye(len(reader.meanings.topics), dtype=np.float32)[readings.last]
    read = _READ * np.sqrt(np.hstack([readings.intents, readings.led]))
    return np.hstack([last, _LAST * readings.told, read]).astype(np.float32)


def _regression(inputs: Matrix, first: Places) -> LogisticRegression:
    return LogisticRegression(max_iter=_ROUNDS, random_state=0).fit(inputs, first)


def _shares(regression: LogisticRegression, inputs: Matrix, meanings: int) -> Matrix:
    found = np.zeros((len(inputs), meanings), np.float32)
    found[:, regression.classes_] = regression.predict_proba(inputs)
    return found


def _unseen(readings: Readings, first: Places, reader: Reader) -> Matrix:
    """The regression's shares for each example, learned from the others."""
    inputs, fold = _inputs(readings, reader), np.arange(len(first)) % _FOLDS
    found: npt.NDArray[np.float32] = np.zeros((len(first), len(reader.meanings)), np.float32)
    for held in range(_FOLDS):
        learned = _regression(inputs[fold != held], first[fold != held])
        found[fold == held] = _shares(learned, inputs[fold == held], len(reader.meanings))
    return found
