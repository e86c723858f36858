"""Honest about what is not in the sources, another illness, or not our field at all."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.understand import DECLINED
from dialogue.wording import text, vary
from knowledge.library import Library

NOT_COVERED = "not_covered."


def reply(turn: Turn, memory: Memory, _library: Library) -> Step:
    """Decline what the message asks for."""
    return say(turn.best.intent, memory)


def say(intent: str, memory: Memory) -> Step:
    """Say what cannot be answered, who can help, and what this assistant can do."""
    intent = intent if intent.startswith(DECLINED) else "out_of_scope"
    if intent.startswith(NOT_COVERED):
        kind = intent.removeprefix(NOT_COVERED)
        lines = [vary(f"not_covered.kinds.{kind}", memory), text("not_covered.helpline"), text("not_covered.foot")]
        outcome = Outcome.NOT_COVERED
    else:
        lines = [vary(intent, memory)]
        outcome = Outcome.NOT_COVERED if intent == "other_disease" else Outcome.OUT_OF_SCOPE
    message = Reply(outcome, "\n\n".join(lines), buttons=(compose.menu_button(),))
    return Step(message, replace(memory, offered=()))
