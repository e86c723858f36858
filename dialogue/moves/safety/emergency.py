"""An emergency: whom to call now, and nothing else before it."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves.safety.shared import going_on, kind, least_said, on_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from safety import reply as texts


def reply(turn: Turn, memory: Memory, _library: Library) -> Step:
    """Say whom to call, then what to tell them; one button to go on afterwards."""

    def said(seed: int) -> str:
        return texts.emergency(kind(turn), memory.country, seed)

    message = Reply(Outcome.EMERGENCY, said(least_said(said, memory)), buttons=(on_button(),))
    return Step(message, going_on(memory))
