"""/delete: asks once; the yes erases in every store."""

from __future__ import annotations

from bot.face import callback, keyboard
from bot.face.commands.asked import Asked
from bot.face.incoming import Decision, Say
from bot.face.outgoing import message
from bot.face.texts import text


def answer(_asked: Asked) -> Decision:
    """Ask."""
    buttons = keyboard.confirm(callback.DELETE, text("buttons.delete_yes"), text("buttons.delete_no"))
    return Say((message(text("delete.ask"), buttons),))
