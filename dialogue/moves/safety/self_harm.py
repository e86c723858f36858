"""Someone may hurt themselves: warmth, one number, one next step, and the talk can go on."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves.safety.shared import going_on, least_said, on_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from safety import reply as texts


def reply(_turn: Turn, memory: Memory, _library: Library) -> Step:
    """Say it warmly; one button to go on."""

    def said(seed: int) -> str:
        return texts.self_harm(memory.country, seed)

    message = Reply(Outcome.SELF_HARM, said(least_said(said, memory)), buttons=(on_button(),))
    return Step(message, going_on(memory))
