"""The one place where the gateway is connected to ``safety``: what a message needs even when Rasa is away."""

from __future__ import annotations

from typing import Protocol

from safety import reply
from safety import screen as rules


class Screen(Protocol):
    """Reads a message before anything else does."""

    def __call__(self, text: str, country: str | None, /) -> str | None:
        """The ready safety reply in plain text, or None when ``text`` needs none. Must not raise."""


def screen(text: str, country: str | None, /) -> str | None:
    """The reply of ``safety`` to ``text``, with the numbers of ``country`` (an ISO code; None: not known)."""
    found = rules.screen(text)
    return reply.reply(found.category.value, found.rule, text, country) if found.category else None
