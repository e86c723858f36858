"""“why?”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import why


class ActionWhy(MoveAction):
    """Answers “why?”."""

    move = staticmethod(why.reply)
