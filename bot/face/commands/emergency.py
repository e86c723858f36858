"""/emergency: whom to call, first of all for an ambulance."""

from __future__ import annotations

from bot.face import keyboard
from bot.face.commands.asked import Asked
from bot.face.incoming import Decision, Say
from bot.face.numbers import dialled, for_country
from bot.face.outgoing import message
from bot.face.texts import text
from safety.helplines import Helpline


def answer(asked: Asked) -> Decision:
    """Say the numbers there; in a country not known those that work in most, and how to tell it."""
    there = for_country(asked.known.country)
    said = [
        text("emergency.call", emergency=there.emergency),
        text("emergency.team"),
        _crisis(there),
        *([text("emergency.cancer", cancer=dialled(there.cancer))] if there.cancer else []),
        text("emergency.where", country=there.name) if there.code else text("emergency.where_unknown"),
    ]
    buttons = [] if there.code else [keyboard.command("country")]
    return Say((message("\n\n".join(said), buttons, safety=True),))


def _crisis(there: Helpline) -> str:
    if there.crisis_now:
        return text("emergency.crisis", crisis=dialled(there.crisis_now))
    return text("emergency.crisis_unknown", emergency=there.emergency, directory=there.directory)
