"""What speaks for a meaning after the last topic."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nlu.in_context.meanings import OTHERS, Matrix
from nlu.in_context.ranker import Array
from nlu.in_context.readings import Reader, Readings

_SMALL = 1e-3


def _log(shares: Matrix) -> Matrix:
    found: Matrix = np.log(shares + _SMALL)
    return found


def features(readings: Readings, learned: Matrix, likeness: tuple[Matrix, ...], reader: Reader) -> Array:
    """All features, shape (messages, meanings, features).

    What the message means alone, where ``knowledge`` leads it, what the follow-ups teach
    (``learned``, ``likeness``), how the meaning stands to the last topic and to the child,
    and some of these the more the message leans, talks of other matters, is long, or names
    the disease, as a question that leans on nothing does.
    """
    columns = _columns(readings, learned, likeness, reader)
    shape = (len(readings), len(reader.meanings))
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=2).astype(np.float32)


def _columns(readings: Readings, learned: Matrix, likeness: tuple[Matrix, ...], reader: Reader) -> Iterator[Matrix]:
    leans = readings.intents[:, reader.leaning].sum(axis=1, keepdims=True)
    other = readings.intents[:, reader.other].sum(axis=1, keepdims=True)
    alone, led = _log(readings.alone), _log(readings.led)
    relations = [relation[readings.last] for relation in reader.meanings.relations]
    yield from (alone, led, alone * leans, led * leans, _log(learned), *likeness, readings.of_child, *relations)
    yield from (alone * readings.whole, led * readings.whole, _log(learned) * readings.whole, alone * readings.length)
    for relation in relations[:2]:
        yield from (relation * leans, relation * other, relation * readings.length, relation * readings.whole)
    for name in OTHERS:
        itself = np.eye(len(reader.meanings), dtype=np.float32)[reader.meanings.at[name]][None]
        yield itself
        yield itself * readings.strange
