"""What a button carries: a letter for its kind and its arguments, within Telegram's 64 bytes.

Nothing is stored for a button, so one that was sent a year ago still says what it means, or is known as out of date.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from telegram.constants import InlineKeyboardButtonLimit

from bot.face.content import intents, library

MOST_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)

RASA, WORDS, UP, DOWN = "r", "t", "u", "d"
PICTURE, COUNTRY, COUNTRIES, COMMAND = "p", "c", "n", "s"
DELETE, EDITED, CONSENT = "x", "e", "y"
_KINDS = frozenset({RASA, WORDS, UP, DOWN, PICTURE, COUNTRY, COUNTRIES, COMMAND, DELETE, EDITED, CONSENT})
_PAYLOAD = re.compile(r"/?(?P<intent>[\w.-]+)(?P<args>\{.*\})?", re.DOTALL)


@dataclass(frozen=True)
class Press:
    """A button that was pressed, as far as its form goes: one of the kinds above, and the rest of its data."""

    kind: str
    rest: str = ""


def write(kind: str, *rest: str) -> str | None:
    """The data of a button; None when it does not fit."""
    data = "|".join((kind, *rest))
    return data if len(data.encode(errors="surrogatepass")) <= MOST_BYTES else None


def read(data: Any) -> Press | None:
    """What ``data`` says; None when no version of ours wrote it, as far as this one knows.

    Whoever builds a client of their own can send any data, longer ones too.
    """
    kind, _, rest = data.partition("|") if isinstance(data, str) else ("", "", "")
    return Press(kind, rest) if kind in _KINDS and write(kind, rest) else None


def for_rasa(payload: str, title: str) -> str:
    """The data of a button of the assistant's: its payload, or, when that is too long, its title as if typed."""
    return write(RASA, payload.removeprefix("/")) or f"{WORDS}|{_cut(title, MOST_BYTES - 2)}"


def payload_of(rest: str) -> str | None:
    """The payload for the assistant; None when it no longer knows the intent or what it is about."""
    found = _PAYLOAD.fullmatch(rest)
    if not found or found["intent"] not in intents():
        return None
    args = _arguments(found["args"] or "{}")
    return f"/{found[0].removeprefix('/')}" if args is not None and _known(args) else None


def _arguments(raw: str) -> dict[str, str] | None:
    try:
        args = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return args if isinstance(args, dict) and all(isinstance(value, str) for value in args.values()) else None


def _known(args: dict[str, str]) -> bool:
    content = library()
    topic, group = args.get("topic"), args.get("group")
    return (topic is None or topic in content.topics) and (group is None or group in content.groups)


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
