"""The topic menu."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import menu


class ActionMenu(MoveAction):
    """Answers the topic menu."""

    move = staticmethod(menu.reply)
