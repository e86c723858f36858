"""A question on a sourced topic, or a follow-up to one."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import answer


class ActionAnswer(MoveAction):
    """Answers a question on a sourced topic, or a follow-up to one."""

    move = staticmethod(answer.reply)
