"""Honest about what is not in the sources, another illness, or not our field at all."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.understand import DECLINED
from dialogue.wording import text, vary
from knowledge.library import Library

NOT_COVERED = "not_covered."
_MOST_NEAR = 2


def say(intent: str, memory: Memory, library: Library, near: tuple[str, ...] = ()) -> Step:
    """Say what cannot be answered, who can help, and what this assistant can do; ``near`` are topics close by."""
    intent = intent if intent.startswith(DECLINED) else "out_of_scope"
    near = near[:_MOST_NEAR] if intent.startswith(NOT_COVERED) else ()
    buttons = (*(compose.topic_button(id_, library) for id_ in near), compose.menu_button())
    message = Reply(_outcome(intent), _text(intent, memory, library, near), suggestions=near, buttons=buttons)
    return Step(message, replace(memory, offered=near))


def _outcome(intent: str) -> Outcome:
    medical = intent == "other_disease" or intent.startswith(NOT_COVERED)
    return Outcome.NOT_COVERED if medical else Outcome.OUT_OF_SCOPE


def _text(intent: str, memory: Memory, library: Library, near: tuple[str, ...]) -> str:
    if not intent.startswith(NOT_COVERED):
        return vary(intent, memory)
    kind = intent.removeprefix(NOT_COVERED)
    lines = [vary(f"not_covered.kinds.{kind}", memory), text("not_covered.helpline")]
    listed = "\n".join(f"• {library.topics[id_].question}" for id_ in near)
    lines += [text("not_covered.near", topics=listed)] if near else [text("not_covered.foot")]
    return "\n\n".join(lines)
