"""Judge answers: right, offered, wrong or declined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Verdict(str, Enum):
    """What an answer was worth to the family who asked."""

    RIGHT = "right"
    OFFERED = "offered"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True)
class Judged:
    """One turn with its answer and verdict. ``expected`` are the topics that would have been right."""

    id: str
    kind: str
    turn: int
    text: str
    expected: tuple[str, ...]
    reply: Mapping[str, Any]
    verdict: Verdict


def verdict(reply: Mapping[str, Any], expected: Sequence[str]) -> Verdict:
    """Right: the topic, or for a question we have no topic for, none. Offered: among the suggestions."""
    answered = reply["outcome"] == "answered"
    if not expected:
        return Verdict.WRONG if answered else Verdict.RIGHT
    if answered:
        return Verdict.RIGHT if reply["topic"] in expected else Verdict.WRONG
    return Verdict.OFFERED if set(expected) & set(reply["suggestions"]) else Verdict.DECLINED


def per_turn(expected: Sequence[Any], turns: int) -> list[tuple[str, ...]]:
    """The expected topics of each turn: a row of one question lists them directly."""
    if turns == 1 and not (expected and isinstance(expected[0], list)):
        return [tuple(expected)]
    return [tuple(topics) for topics in expected]


def judge(row: Mapping[str, Any], replies: Sequence[Mapping[str, Any]]) -> list[Judged]:
    """Every turn of a held-out row with its verdict."""
    wanted = per_turn(row["expected"], len(row["turns"]))
    turns = zip(row["turns"], wanted, replies, strict=True)
    return [
        Judged(row["id"], row["kind"], at, text, topics, reply, verdict(reply, topics))
        for at, (text, topics, reply) in enumerate(turns)
    ]


def shares(judged: Iterable[Judged]) -> dict[Verdict, float]:
    """The share of each verdict, 0 to 1; all 0 for nothing judged."""
    counts = Counter(j.verdict for j in judged)
    total = sum(counts.values()) or 1
    return {v: counts[v] / total for v in Verdict}
