"""What each kind of update means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face.incoming import Ask, Decision
from bot.face.known import Known


def decide(update: Mapping[str, Any], language: str | None, known: Known = Known()) -> Decision:  # noqa: B008
    """What to do with ``update``, Telegram's raw JSON; never raises, whatever its fields."""
    text = words(update)
    return Ask(text.lstrip("/ ")) if text else None


def words(update: Mapping[str, Any]) -> str:
    """The words the family sent, text or caption, for the safety screen; empty when there are none.

    The gateway screens them whenever the decision is not ``Ask``, and says a safety reply first.
    """
    message = update.get("message") or update.get("edited_message") or {}
    return str(message.get("text") or message.get("caption") or "")
