"""Say the last reply again."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import answer
from dialogue.moves.last import last_topic, nothing_said
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Give the last topic's answer once more."""
    topic = last_topic(turn, memory, library)
    return answer.topic(topic.id, turn, memory, library) if topic else nothing_said(memory, library)
