"""/topics: the menu by group, which is the assistant's own."""

from __future__ import annotations

from bot.face.commands.asked import Asked
from bot.face.incoming import Ask, Decision


def answer(_asked: Asked) -> Decision:
    """Ask for it, so that it counts as part of the talk."""
    return Ask("/talk.menu", payload=True)
