"""/export: the family's data, as a file."""

from __future__ import annotations

from bot.face.commands.asked import Asked
from bot.face.incoming import Act, Decision


def answer(_asked: Asked) -> Decision:
    """Have it gathered."""
    return Act("export")
