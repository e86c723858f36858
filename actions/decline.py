"""What is not in the sources, another illness, or out of scope."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import answer


class ActionDecline(MoveAction):
    """Answers what is not in the sources, another illness, or out of scope."""

    move = staticmethod(answer.reply)
