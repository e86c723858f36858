"""Ask every held-out row, judge every turn."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from evaluation import heldout
from evaluation.ask import answers
from evaluation.rows import Question
from evaluation.score import Judged, judge

CONVERSATION, TOPIC = "conversation", "topic"


@dataclass(frozen=True)
class Measured:
    """All judged turns, and how many turns were answered a second, loading included."""

    judged: tuple[Judged, ...]
    speed: float

    def kind(self, kind: str) -> list[Judged]:
        """The single questions of one kind."""
        return [j for j in self.judged if j.kind == kind]

    def later_turns(self) -> list[Judged]:
        """The turns of conversations that lean on what went before."""
        return [j for j in self.judged if j.kind == CONVERSATION and j.turn > 0]


def measure(model: Path, processes: int) -> Measured:
    """Measure on every held-out row. Raises NoModel when there is no model."""
    rows, began = list(heldout.everything()), time.monotonic()
    asked = answers([Question(row["id"], row["turns"], row) for row in rows], model, processes)
    judged = [one for row, replies in zip(rows, asked, strict=True) for one in judge(row, replies)]
    return Measured(tuple(judged), len(judged) / (time.monotonic() - began))
