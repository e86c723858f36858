"""Keep a question for the doctor."""

from __future__ import annotations

from dataclasses import replace

from dialogue import questions
from dialogue.memory import Memory
from dialogue.moves.question_list import list_buttons, print_button, show_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library

MOST_KEPT = 20


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Put the question a button names on the list, or the one given last."""
    wanted = (turn.payload or {}).get("q") or questions.last_given(memory, library) or ""
    asked = questions.text_of(wanted, library)
    kept = questions.kept(memory, library)
    if asked is None:
        return _said(vary("list.nothing_to_keep", memory), memory)
    if wanted in kept:
        return _said(vary("list.already", memory, question=asked), memory)
    if len(kept) >= MOST_KEPT:
        message = Reply(Outcome.SMALL_TALK, vary("list.full", memory), buttons=list_buttons(kept))
        return Step(message, replace(memory, misses=0))
    return _said(vary("list.kept", memory, question=asked), replace(memory, questions=(*kept, wanted)))


def _said(words: str, memory: Memory) -> Step:
    buttons = (show_button(), print_button()) if memory.questions else (show_button(),)
    return Step(Reply(Outcome.SMALL_TALK, words, buttons=buttons), replace(memory, misses=0))
