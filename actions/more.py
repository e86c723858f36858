"""“tell me more”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import more


class ActionMore(MoveAction):
    """Answers “tell me more”."""

    move = staticmethod(more.reply)
