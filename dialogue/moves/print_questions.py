"""Print the questions kept for the doctor."""

from __future__ import annotations

from dataclasses import replace

from dialogue import questions
from dialogue.memory import Memory
from dialogue.moves.question_list import empty, numbered, show_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library


def reply(_turn: Turn, memory: Memory, library: Library) -> Step:
    """The list as text, and as a sheet in the record, of which the channel makes a page."""
    kept = questions.kept(memory, library)
    if not kept:
        return empty(memory)
    sheet = tuple(kept.values())
    printed = text("list.printed", questions=numbered(sheet))
    message = Reply(Outcome.SMALL_TALK, printed, buttons=(show_button(),), sheet=sheet)
    return Step(message, replace(memory, misses=0, questions=tuple(kept)))
