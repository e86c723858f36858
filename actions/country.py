"""Where the family is."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import country


class ActionCountry(MoveAction):
    """Answers where the family is."""

    move = staticmethod(country.reply)
