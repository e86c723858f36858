"""What the face reads from files, read at start: no family waits for it, and a fault in a file stops the start."""

from __future__ import annotations

from bot.face.commands.descriptions import described_languages
from bot.face.content import intents, library
from bot.face.languages import languages
from bot.face.media import kinds
from bot.face.numbers import helplines
from bot.face.pictures.plan import plans
from bot.face.texts import texts


def warm() -> None:
    """Read them. ContentError, HelplineError and PictureError each name fault and mend in one line."""
    for read in (library, intents, helplines, texts, languages, described_languages, kinds, plans):
        read()
