"""Whether a message is a question of ours at all: near enough to a topic, and in words such questions use."""

from __future__ import annotations

from math import log

from dialogue.thresholds import NOT_OURS_WEIGHS, OURS_FROM, OURS_WEIGHS, STRANGE_WEIGHS

NOT_OURS = ("other_disease", "out_of_scope")
_SMALL = 1e-3


def _odds(share: float) -> float:
    return log((share + _SMALL) / (1 - min(share, 1.0) + _SMALL))


def is_ours(topics: float, others: float, strange: float) -> bool:
    """A logistic rule on three shares, 0 to 1: of our topics, of other matters, of words no question of ours uses."""
    score = OURS_WEIGHS * _odds(topics) - NOT_OURS_WEIGHS * _odds(others) - STRANGE_WEIGHS * strange
    return score >= OURS_FROM
