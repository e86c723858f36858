"""“where is that from?”."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import sources


class ActionSources(MoveAction):
    """Answers “where is that from?”."""

    move = staticmethod(sources.reply)
