"""The content and the intents of the questions, read once for all tests of a process."""

from __future__ import annotations

from functools import cache

from bot.face.content import library  # kept there once read, so the face and the tests share it
from nlu import domain

__all__ = ["intents", "library"]


@cache
def intents() -> tuple[str, ...]:
    """Every intent that has questions."""
    return tuple(domain.intents())
