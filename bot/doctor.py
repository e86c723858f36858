"""``python -m bot doctor``."""

from __future__ import annotations

from bot.settings import Settings


def main(settings: Settings) -> int:
    """Not yet."""
    return 0
