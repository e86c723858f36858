"""/start: who this is, what it never does, privacy in three lines, and where to begin."""

from __future__ import annotations

from bot.face import keyboard
from bot.face.commands.asked import Asked
from bot.face.commands.privacy import in_three_lines
from bot.face.incoming import Decision, Say
from bot.face.languages import languages, line
from bot.face.numbers import emergency
from bot.face.outgoing import message
from bot.face.texts import text


def answer(asked: Asked) -> Decision:
    """Say hello; to those who use Telegram in one of the ten languages, that only English is read comes first."""
    own = (asked.language or "")[:2].lower()
    foreign = [message(line(own, asked.known.country))] if own in languages() else []
    said = [
        text("start.who"),
        text("start.never"),
        text("start.urgent", emergency=emergency(asked.known.country)),
        text("start.privacy") + "\n" + in_three_lines(asked.known),
        text("start.ask"),
    ]
    return Say((*foreign, message("\n\n".join(said), _buttons())))


def _buttons() -> keyboard.Rows:
    command = keyboard.command
    return [
        [*command("topics"), *command("pictures")],
        [*command("country"), *command("privacy")],
        [*command("sources"), *command("emergency")],
    ]
