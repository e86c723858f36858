"""The topic a bare "tell me more" is about."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, followup
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library
from knowledge.model import Topic


def last_topic(turn: Turn, memory: Memory, library: Library) -> Topic | None:
    """The topic a button names, else the one last answered, else None."""
    named = (turn.payload or {}).get("topic")
    return library.topics.get(named or memory.topic or "")


def turned_to(topic: Topic, memory: Memory, library: Library) -> Memory:
    """The memory with ``topic`` as what the talk is about; a button may name another than the last."""
    if memory.topic == topic.id:
        return memory
    return replace(memory, topic=topic.id, subject=followup.subject_of(topic.id, library), asked=1, told=False)


def nothing_said(memory: Memory, library: Library) -> Step:
    """Ask what it is about, with the parts to choose from."""
    message = Reply(Outcome.CLARIFY, vary("no_topic", memory), buttons=compose.group_buttons(library))
    return Step(message, memory)
