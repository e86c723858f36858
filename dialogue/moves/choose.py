"""Yes, or "the second one": take what was offered; after an answer, tell more."""

from __future__ import annotations

import re

from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library

_ORDINALS = {
    "first": 0,
    "1": 0,
    "1st": 0,
    "one": 0,
    "second": 1,
    "2": 1,
    "2nd": 1,
    "two": 1,
    "third": 2,
    "3": 2,
    "3rd": 2,
    "three": 2,
}
_WORD = re.compile(r"[a-z0-9]+")


def chosen(text: str, offered: tuple[str, ...]) -> str | None:
    """The offered topic that ``text`` picks: by place, the last, or the first for a plain yes."""
    if not offered:
        return None
    words = _WORD.findall(text.lower())
    if "last" in words:
        return offered[-1]
    at = next((_ORDINALS[word] for word in words if word in _ORDINALS and (word != "one" or len(words) == 1)), 0)
    return offered[at] if at < len(offered) else None


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Answer the topic that was chosen."""
    picked = chosen(turn.text, memory.offered)
    if picked:
        return answer.topic(picked, turn, memory, library)
    return more.reply(turn, memory, library)
