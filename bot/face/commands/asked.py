"""A command as it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.face.known import Known


@dataclass(frozen=True)
class Asked:
    """``argument`` is what stood after the command; ``language`` the code of the family's Telegram, if known."""

    argument: str = ""
    language: str | None = None
    known: Known = field(default_factory=Known)
