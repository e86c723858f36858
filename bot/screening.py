"""The one place where the gateway is connected to ``safety``: what a message needs even when Rasa is away."""

from __future__ import annotations

from typing import Protocol


class Screen(Protocol):
    """Reads a message before anything else does."""

    def __call__(self, text: str, country: str | None, /) -> str | None:
        """The ready safety reply in plain text, or None when ``text`` needs none. Must not raise."""


def screen(text: str, country: str | None, /) -> str | None:  # noqa: ARG001 - the stand-in finds nothing
    """No message needs a safety reply until ``safety.screen`` exists; connect it here."""
    return None
