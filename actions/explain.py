"""“what does that word mean?” and “I do not understand”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import explain


class ActionExplain(MoveAction):
    """Answers “what does that word mean?” and “I do not understand”."""

    move = staticmethod(explain.reply)
