"""What is sent besides words: each kind has its line, for none of it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.face import keyboard
from bot.face.outgoing import Outgoing, message
from bot.face.texts import text

OTHER = "other"
_WORDS = frozenset({"text", "caption"})


def kind(received: Mapping[str, Any]) -> str | None:
    """The kind of what was sent, as Telegram names it, ``other`` for one we do not know; None for nothing sent."""
    known = next((name for name in kinds()["lines"] if name in received), None)
    if known or _names("service") & received.keys():
        return known
    return OTHER if received.keys() - _names("around") and not _WORDS & received.keys() else None


def reply(name: str) -> Outgoing:
    """The line for a kind that came without words."""
    return message(text(f"media.{kinds()['lines'].get(name, OTHER)}"), [keyboard.command("topics")])


@cache
def kinds() -> dict[str, Any]:
    """The kinds, as the file has them."""
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "media.yml").read_text(encoding="utf-8"))
    return found


@cache
def _names(part: str) -> frozenset[str]:
    return frozenset(name for row in kinds()[part] for name in row)
