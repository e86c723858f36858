"""No, none of these: ask in other words, with the parts to choose from."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library


def reply(_turn: Turn, memory: Memory, library: Library) -> Step:
    """Take a no: after an offer it is a miss, otherwise the end of a subject."""
    path, missed = ("none_of_these", memory.misses + 1) if memory.offered else ("menu", memory.misses)
    message = Reply(Outcome.SMALL_TALK, vary(path, memory), buttons=compose.group_buttons(library))
    return Step(message, replace(memory, offered=(), misses=missed))
