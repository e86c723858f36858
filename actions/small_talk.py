"""Greetings, thanks, and who is speaking."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import answer


class ActionSmallTalk(MoveAction):
    """Answers greetings, thanks, and who is speaking."""

    move = staticmethod(answer.reply)
