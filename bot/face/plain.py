"""The family's words, made safe to hand on: no mention of the assistant, no slash that would act."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bot.face.known import Known

_ANY_BOT = r"@\w{2,29}bot\b"
_SLASHES = re.compile(r"[\s/]+")
_EMOJI_PARTS = frozenset({"So", "Sk", "Mn", "Me", "Cf", "Cn", "Co"})
_SAD = frozenset("😢😭😞😔😟🙁😩😫😰😨😱😥💔😓🥺😿🤯😖😣😡😠🤬")


def written(message: Mapping[str, Any]) -> str:
    """Text or caption as it came; empty when there is none."""
    for name in ("text", "caption"):
        if isinstance(message.get(name), str) and message[name]:
            return clean(str(message[name]))
    return ""


def clean(text: str) -> str:
    """Without what no store or JSON can hold: halves of a character, and NUL."""
    return text.encode(errors="ignore").decode().replace("\0", " ")


def asked(text: str, known: Known) -> str:
    """The words to hand on: mentions of the assistant taken out, leading slashes stripped."""
    mention = rf"@{re.escape(known.username)}\b" if known.username else _ANY_BOT
    bare = re.sub(mention, " ", text, flags=re.IGNORECASE).strip()
    return _SLASHES.sub("", bare, count=1) if bare.startswith("/") else bare


def only_emoji(text: str) -> bool:
    """Whether there is nothing but pictures: no letter, no digit, no question mark."""
    shown = [c for c in text if not c.isspace()]
    pictured = any(unicodedata.category(c) == "So" for c in shown)
    return pictured and all(unicodedata.category(c) in _EMOJI_PARTS or _keycap(c, text) for c in shown)


def _keycap(character: str, text: str) -> bool:
    return character in "#*0123456789" and f"{character}\ufe0f\u20e3" in text


def sad(text: str) -> bool:
    """Whether one of the pictures is of grief, fear or anger."""
    return bool(_SAD & set(text))
