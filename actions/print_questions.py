"""“print my questions”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import print_questions


class ActionPrintQuestions(MoveAction):
    """Answers “print my questions”."""

    move = staticmethod(print_questions.reply)
