"""/help: how to ask, and every command."""

from __future__ import annotations

from bot.face import keyboard
from bot.face.commands.asked import Asked
from bot.face.commands.descriptions import described
from bot.face.incoming import Decision, Say
from bot.face.outgoing import message
from bot.face.texts import text


def answer(_asked: Asked) -> Decision:
    """Say it, with the commands as Telegram's menu lists them."""
    listed = "\n".join(f"/{name} – {what}" for name, what in described("en").items())
    said = [text("help.head"), text("help.how"), f"{text('help.commands')}\n{listed}", text("help.doctor")]
    buttons = [[*keyboard.command("topics"), *keyboard.command("pictures")]]
    return Say((message("\n\n".join(said), buttons),))
