"""Which move a conversational intent calls for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from dialogue.memory import Memory
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library

Move = Callable[[Turn, Memory, Library], Step]

ROUTES = {
    "talk.more": "more",
    "talk.why": "why",
    "talk.sources": "sources",
    "talk.menu": "menu",
    "talk.doctor_question": "doctor_question",
    "talk.explain_word": "explain",
    "talk.simpler": "explain",
    "talk.repeat": "repeat",
    "talk.yes": "choose",
    "talk.no": "refuse",
    "talk.country": "country",
    "talk.my_questions": "my_questions",
    "talk.keep_question": "keep_question",
    "talk.drop_question": "drop_question",
    "talk.print_questions": "print_questions",
}


def route(intent: str) -> Move:
    """The move for ``intent``; asking again in other words for one without a move."""
    module = import_module(f"dialogue.moves.{ROUTES.get(intent, 'clarify')}")
    return cast(Move, module.reply)
