"""“remove the second question”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import drop_question


class ActionDropQuestion(MoveAction):
    """Answers “remove the second question”."""

    move = staticmethod(drop_question.reply)
