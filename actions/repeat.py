"""“say that again”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import repeat


class ActionRepeat(MoveAction):
    """Answers “say that again”."""

    move = staticmethod(repeat.reply)
