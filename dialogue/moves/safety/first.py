"""The move of the category a message falls into when safety comes first."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import clarify
from dialogue.moves.safety import ask_doctor, distress, emergency, outlook, self_harm
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library

MOVES = {
    "self_harm": self_harm.reply,
    "emergency": emergency.reply,
    "ask_doctor": ask_doctor.reply,
    "outlook": outlook.reply,
    "distress": distress.reply,
}


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Make the move of the category; a message without a finding is not understood."""
    if turn.safety is None:
        return clarify.reply(turn, memory, library)
    return MOVES[turn.safety.category](turn, memory, library)
