"""“yes” and “the second one”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import choose


class ActionChoose(MoveAction):
    """Answers “yes” and “the second one”."""

    move = staticmethod(choose.reply)
