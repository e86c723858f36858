"""/stop: nothing more is sent until the family writes again."""

from __future__ import annotations

from bot.face.commands.asked import Asked
from bot.face.incoming import Act, Decision


def answer(_asked: Asked) -> Decision:
    """Have what waits dropped."""
    return Act("stop")
