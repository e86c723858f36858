"""Yes, or "the second one": take what was offered; after an answer, tell more."""

from __future__ import annotations

import re

from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library

_PLACES = (
    "first 1st 1 one",
    "second 2nd 2 two",
    "third 3rd 3 three",
    "fourth 4th 4 four",
    "fifth 5th 5 five",
    "sixth 6th 6 six",
    "seventh 7th 7 seven",
    "eighth 8th 8 eight",
    "ninth 9th 9 nine",
    "tenth 10th 10 ten",
)
_ORDINALS = {word: at for at, words in enumerate(_PLACES) for word in words.split()}
_WORD = re.compile(r"[a-z0-9]+")


def chosen(text: str, offered: tuple[str, ...]) -> str | None:
    """The offered topic that ``text`` picks: by place, the last, or the first for a plain yes."""
    if not offered:
        return None
    if "last" in _WORD.findall(text.lower()):
        return offered[-1]
    at = place(text) or 0
    return offered[at] if at < len(offered) else None


def place(text: str) -> int | None:
    """The place ``text`` names, the first being 0 ("the second one", "number 3"); None when it names none."""
    words = _WORD.findall(text.lower())
    return next((_ORDINALS[word] for word in words if word in _ORDINALS and (word != "one" or len(words) == 1)), None)


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Answer the topic that was chosen."""
    picked = chosen(turn.text, memory.offered)
    if picked:
        return answer.topic(picked, turn, memory, library)
    return more.reply(turn, memory, library)
