"""Greetings, thanks, and who is speaking."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import small_talk


class ActionSmallTalk(MoveAction):
    """Answers greetings, thanks, and who is speaking."""

    move = staticmethod(small_talk.reply)
