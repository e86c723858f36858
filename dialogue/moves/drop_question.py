"""Remove a question from the list for the doctor."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogue import compose, questions
from dialogue.memory import Memory
from dialogue.moves.choose import place
from dialogue.moves.question_list import empty, list_buttons, numbered, show_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library

_ALL = re.compile(r"\b(?:all|every|everything|whole|entire|clear|empty)\b", re.IGNORECASE)


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Remove what a button or a number names, or everything; ask which when it is not clear."""
    kept = questions.kept(memory, library)
    if not kept:
        return empty(memory)
    if not turn.pressed and _ALL.search(turn.text):
        return empty(memory, "list.cleared")
    gone = _wanted(turn, kept)
    if gone is None:
        which = vary("list.which", memory, questions=numbered(kept.values()))
        return Step(Reply(Outcome.SMALL_TALK, which, buttons=list_buttons(kept)), replace(memory, misses=0))
    rest = tuple(reference for reference in kept if reference != gone)
    button = show_button() if rest else compose.menu_button()
    message = Reply(Outcome.SMALL_TALK, vary("list.dropped", memory, question=kept[gone]), buttons=(button,))
    return Step(message, replace(memory, misses=0, questions=rest))


def _wanted(turn: Turn, kept: dict[str, str]) -> str | None:
    """The reference to remove: the button's, the one whose number is told, or the only one there is."""
    if turn.pressed:
        named = (turn.payload or {}).get("q")
        return named if named in kept else None
    at, references = place(turn.text), tuple(kept)
    if at is None:
        return references[0] if len(references) == 1 else None
    return references[at] if at < len(references) else None
