"""Greetings, thanks, and who is speaking."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.wording import vary
from knowledge.library import Library

_WITH_MENU = ("greet", "capabilities", "complaint", "who_are_you", "how_are_you")


def say(intent: str, memory: Memory, _library: Library) -> Step:
    """Answer in a sentence or two, and show the way to the topics."""
    kind = intent.removeprefix("small_talk.")
    buttons = (compose.menu_button(),) if kind in _WITH_MENU else ()
    message = Reply(Outcome.SMALL_TALK, vary(f"small_talk.{kind}", memory), buttons=buttons)
    return Step(message, replace(memory, misses=0))
