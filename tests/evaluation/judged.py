"""Judged turns, made up."""

from __future__ import annotations

from evaluation.measure import Measured
from evaluation.score import Judged, verdict


def turn(kind: str, expected: str = "", answered: str = "", *, at: int = 0, offered: str = "") -> Judged:
    """A turn that expected one topic (or none), and was answered with one (or not)."""
    reply = {
        "outcome": "answered" if answered else "clarify",
        "topic": answered or None,
        "suggestions": [offered] if offered else [],
    }
    topics = (expected,) if expected else ()
    return Judged("id", kind, at, "held-out words", topics, reply, verdict(reply, topics))


MEASURED = Measured(
    (
        turn("topic", "a.one", "a.one"),
        turn("topic", "a.one", "b.two"),
        turn("topic", "a.one", "b.two"),
        turn("topic", "b.two", offered="b.two"),
        turn("topic", "c.three", "c.three"),
        turn("conversation", "a.one", "b.two"),
        turn("conversation", "a.one", "a.one", at=1),
        turn("conversation", "a.one", at=2),
        turn("not_covered", "", "a.one"),
        turn("not_covered"),
        turn("other_disease"),
    ),
    speed=7.0,
)
