"""“no, none of these”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import refuse


class ActionRefuse(MoveAction):
    """Answers “no, none of these”."""

    move = staticmethod(refuse.reply)
