"""“my questions”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import my_questions


class ActionMyQuestions(MoveAction):
    """Answers “my questions”."""

    move = staticmethod(my_questions.reply)
