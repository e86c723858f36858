"""Show the questions kept for the doctor."""

from __future__ import annotations

from dataclasses import replace

from dialogue import questions
from dialogue.memory import Memory
from dialogue.moves.question_list import empty, list_buttons, numbered
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library


def reply(_turn: Turn, memory: Memory, library: Library) -> Step:
    """The list, with buttons to print it and to remove each question."""
    kept = questions.kept(memory, library)
    if not kept:
        return empty(memory)
    shown = text("list.shown", questions=numbered(kept.values()))
    message = Reply(Outcome.SMALL_TALK, shown, buttons=list_buttons(kept))
    return Step(message, replace(memory, misses=0, questions=tuple(kept)))
