"""/sources: every document the answers rest on, with its year and address."""

from __future__ import annotations

from bot.face.commands.asked import Asked
from bot.face.content import library
from bot.face.incoming import Decision, Say
from bot.face.outgoing import message
from bot.face.texts import text
from knowledge.model import Source


def answer(_asked: Asked) -> Decision:
    """List them, linked."""
    listed = "\n".join(f"• {_line(source)}" for source in library().sources.values())
    return Say((message("\n\n".join([text("sources.head"), listed, text("sources.foot")])),))


def _line(source: Source) -> str:
    return text(
        "sources.line",
        publisher=source.publisher,
        address=source.address,
        title=source.title,
        date=source.date,
    )
