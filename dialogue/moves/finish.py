"""Close a step: keep what was said, and never say the same thing a third time in a row."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import SAFETY
from dialogue.reply import Reply, Step
from dialogue.wording import vary
from knowledge.library import Library

_MOST_REPEATS = 2


def finish(step: Step, before: Memory, library: Library) -> Step:
    """The step as it will be said, with the reply remembered."""
    reply = step.reply
    stuck = list(before.said[-_MOST_REPEATS:]) == [reply.text] * _MOST_REPEATS
    if stuck and reply.outcome not in SAFETY:  # whom to call is said as often as it is needed
        reply = _otherwise(reply, before, library)
    return Step(reply, replace(step.memory, said=before.after_saying(reply.text)))


def _otherwise(reply: Reply, before: Memory, library: Library) -> Reply:
    return replace(reply, text=vary("again", before), buttons=(*reply.buttons[-1:], *compose.group_buttons(library)))
