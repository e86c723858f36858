"""/privacy: what is kept, who reads it, how to see and erase it, and whether we may learn from it."""

from __future__ import annotations

from bot.face import keyboard
from bot.face.commands.asked import Asked
from bot.face.incoming import Decision, Say
from bot.face.known import Known
from bot.face.outgoing import message
from bot.face.texts import lines, text


def answer(asked: Asked) -> Decision:
    """The three lines of /start, and the rest of what is true."""
    given = asked.known.consent
    said = [f"{text('start.privacy')}\n{in_three_lines(asked.known)}", *lines("privacy.more")]
    said.append(text("consent.said" if given else "consent.unsaid"))
    return Say((message("\n\n".join(said), keyboard.consent(given=given)),))


def in_three_lines(known: Known) -> str:
    """What everybody must know before writing; the time it is kept only where it is set."""
    kept = "" if known.retention_days is None else text("privacy.kept", days=str(known.retention_days))
    return "\n".join(f"• {line}" for line in lines("privacy.lines", kept=kept))
