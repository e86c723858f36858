"""“keep this question”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import keep_question


class ActionKeepQuestion(MoveAction):
    """Answers “keep this question”."""

    move = staticmethod(keep_question.reply)
