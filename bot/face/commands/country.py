"""/country: which numbers to show. ``/country Spain`` sets it; alone it offers a list."""

from __future__ import annotations

from bot.face import keyboard
from bot.face.commands.asked import Asked
from bot.face.incoming import Act, Decision, Say
from bot.face.numbers import helplines
from bot.face.outgoing import message
from bot.face.texts import text


def answer(asked: Asked) -> Decision:
    """Keep the country that was named; ask for one when none was, or when it is not listed."""
    if not asked.argument:
        return Say((message(text("country.ask"), keyboard.countries()),))
    code = helplines().country_named(f"/country {asked.argument}") or helplines().country_named(asked.argument)
    if code:
        return Act("country", {"code": code})
    default = helplines().default
    said = text("country.unknown", emergency=default.emergency, directory=default.directory)
    return Say((message(said, keyboard.countries()),))
