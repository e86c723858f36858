"""A message in which safety comes first."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves.safety import first


class ActionSafety(MoveAction):
    """Answers a message in which safety comes first."""

    move = staticmethod(first.reply)
