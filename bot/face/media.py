"""What is sent besides words: each kind has its line, for none of it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face import keyboard
from bot.face.outgoing import Outgoing, message
from bot.face.texts import text

_LINES = {  # in this order, for a film without sound comes as a document too
    "animation": "picture",
    "voice": "sound",
    "audio": "sound",
    "video_note": "sound",
    "video": "picture",
    "photo": "picture",
    "live_photo": "picture",
    "sticker": "sticker",
    "document": "file",
    "venue": "place",
    "location": "place",
    "contact": "contact",
    "poll": "other",
    "dice": "other",
    "story": "other",
    "game": "other",
    "checklist": "other",
    "paid_media": "picture",
    "invoice": "other",
    "giveaway": "other",
}


def kind(update: Mapping[str, Any]) -> str | None:
    """The kind of what was sent, as Telegram names it; None when it is nothing a person sends on purpose."""
    return next((name for name in _LINES if name in update), None)


def reply(name: str) -> Outgoing:
    """The line for a kind that came without words."""
    return message(text(f"media.{_LINES[name]}"), [keyboard.command("topics")])
