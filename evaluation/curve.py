"""How sure is sure enough: what each confidence threshold would answer, rightly and wrongly."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue.turn import Turn
from dialogue.understand import weigh
from evaluation import heldout
from knowledge.library import Library

THRESHOLDS = tuple(step / 20 for step in range(20))


@dataclass(frozen=True)
class Point:
    """At one threshold: shares of topic questions answered right and wrong, and of others answered at all."""

    threshold: float
    right: float
    wrong: float
    others: float


@dataclass(frozen=True)
class Reading:
    """One held-out question: the likeliest topic's weight, whether it is right, whether a topic was expected."""

    weight: float
    right: bool
    has_topic: bool


def readings(model: Path) -> list[Reading]:
    """Read every single held-out question with the model, as the first of a conversation."""
    return asyncio.run(_readings(model))


async def _readings(model: Path) -> list[Reading]:
    from dialogue.memory import Memory
    from evaluation.assistant import Assistant

    assistant, library = await Assistant.load(model), Library.load()
    found = []
    for row in [*heldout.rows("topics"), *heldout.rows("others")]:
        turn = Turn.from_message(await assistant.parse(row["turns"][0]))
        meaning = weigh(turn.candidates, turn, Memory(), library)
        best, weight = meaning.targets[0] if meaning.targets else ("", 0.0)
        weight = weight if best in library.topics else 0.0
        found.append(Reading(weight, best in row["expected"], bool(row["expected"])))
    return found


def curve(found: Sequence[Reading]) -> list[Point]:
    """The points of the curve, one a threshold."""
    topics = [r for r in found if r.has_topic]
    others = [r for r in found if not r.has_topic]

    def share(chosen: list[Reading], of: list[Reading]) -> float:
        return len(chosen) / max(1, len(of))

    return [
        Point(
            t,
            share([r for r in topics if r.right and r.weight >= t], topics),
            share([r for r in topics if not r.right and 0 < r.weight >= t], topics),
            share([r for r in others if 0 < r.weight >= t], others),
        )
        for t in THRESHOLDS
    ]
