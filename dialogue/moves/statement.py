"""A family tells a fact about the child: remember it, thank them, ask what they want to know."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, cues
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.understand import STATEMENT
from dialogue.wording import vary
from knowledge.library import Library

CHILD_SLOTS = ("stage", "risk_group", "disease_state")


def facts(turn: Turn, memory: Memory, library: Library) -> Memory:
    """The memory with what a message tells of the child: stage, risk group, relapse."""
    if turn.alone.intent != STATEMENT and not cues.speaks_of_child(turn.text):
        return memory
    for subject in turn.subjects:
        kind, _, value = subject.partition(":")
        if kind in CHILD_SLOTS and subject in library.subjects:
            memory = memory.with_slot(kind, value)
    return memory


def thank(memory: Memory, _library: Library) -> Step:
    """Thank for a fact that is no topic of its own."""
    message = Reply(Outcome.SMALL_TALK, vary("statement", memory), buttons=(compose.menu_button(),))
    return Step(message, replace(memory, misses=0))
