"""Cut a text that is too long for one message where a reader would pause: paragraph, line, sentence, word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telegram.constants import MessageLimit

MOST = int(MessageLimit.MAX_TEXT_LENGTH)
_PAUSES = ((r"\n{2,}", "\n\n"), (r"\n", "\n"), (r"(?<=[.?!…])\s+", " "), (r"\s+", " "))


def size(text: str) -> int:
    """How long Telegram finds a text: in UTF-16 units, so that most emoji count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(body: str, tail: str = "", most: int = MOST) -> list[str]:
    """The text in parts of at most ``most``; whole when it fits. ``tail`` stays in one piece, on the last part.

    A ``tail`` longer than a message is cut like anything else.
    """
    whole = "\n\n".join(part for part in (body.strip(), tail.strip()) if part)
    if size(whole) <= most:
        return [whole] if whole else []
    parts = _parts(body.strip(), most, _PAUSES)
    ending = _parts(tail.strip(), most, _PAUSES)
    if parts and ending and size(f"{parts[-1]}\n\n{ending[0]}") <= most:
        parts[-1] = f"{parts[-1]}\n\n{ending.pop(0)}"
    return [*parts, *ending]


def _parts(text: str, most: int, pauses: Sequence[tuple[str, str]]) -> list[str]:
    if size(text) <= most:
        return [text] if text.strip() else []
    if not pauses:
        return _hard(text, most)
    (pause, joint), *finer = pauses
    found: list[str] = []
    for piece in re.split(pause, text):
        if found and size(f"{found[-1]}{joint}{piece}") <= most:
            found[-1] += joint + piece
        else:
            found += _parts(piece, most, finer)
    return found


def _hard(text: str, most: int) -> list[str]:
    half = max(1, most // 2)  # no character takes more than two units
    return [text[at : at + half] for at in range(0, len(text), half)]
