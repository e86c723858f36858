"""/questions: the family's list for the doctor, which the assistant keeps."""

from __future__ import annotations

from bot.face.commands.asked import Asked
from bot.face.incoming import Ask, Decision


def answer(_asked: Asked) -> Decision:
    """Ask for the list."""
    return Ask("/talk.my_questions", payload=True)
