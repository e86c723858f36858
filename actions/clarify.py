"""A message the model is not sure of: answer it if the conversation makes it clear, else offer readings."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import answer


class ActionClarify(MoveAction):
    """Handles a message the model is not sure of: answer it if the conversation makes it clear, else offer readings."""

    move = staticmethod(answer.reply)
