"""Who sent an update: its chat, its kind, its language, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.face.ids import id_of

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
    "edited_channel_post",
)
OTHER = "other"
NOBODY = 0  # the lane of updates that name no chat
_LANGUAGE = re.compile(r"[A-Za-z0-9_-]{1,35}")  # the app says it, so it can be anything
_LATEST = 2.0**40


@dataclass(frozen=True)
class Sender:
    """``language`` is Telegram's code for the person; ``written`` is in Unix seconds, when Telegram tells."""

    chat_id: int
    kind: str
    language: str | None
    written: float | None


def of(update: Mapping[str, Any]) -> Sender:
    """Read it from Telegram's raw JSON; fields that are missing or odd are left out."""
    kind = next((name for name in update if name != "update_id"), OTHER)
    inner = _mapping(update.get(kind))
    person = _mapping(inner.get("from"))
    chat = _mapping(inner.get("chat")) or _mapping(_mapping(inner.get("message")).get("chat")) or person
    language, written = person.get("language_code"), inner.get("date")
    return Sender(
        chat_id=id_of(chat.get("id")) or NOBODY,
        kind=kind if kind in KINDS else OTHER,
        language=language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else None,
        written=float(written) if isinstance(written, int | float) and 0 <= written < _LATEST else None,
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
