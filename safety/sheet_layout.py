"""How large the questions stand on the page, how many fit, and how much room is left to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

# (text, size, width) to lines
Split = Callable[[str, float, float], list[str]]

# From roomy to tight: size of the letters, room for one written line, and the least written lines a question.
STEPS = (
    (12.0, 24.0, 3),
    (12.0, 22.0, 2),
    (11.0, 20.0, 2),
    (10.5, 18.0, 1),
    (9.5, 16.0, 1),
    (8.5, 14.0, 1),
    (8.0, 12.0, 1),
)
MOST_RULES = 5
MOST_ROOM = 28.0
MOST_LINES = 4
LONGEST_WORD = 36  # letters
_NUMBER = "00. "


@dataclass(frozen=True)
class Layout:
    """The questions as lines that fit the width. ``rules`` are written lines a question, ``room`` the height of one."""

    blocks: tuple[tuple[str, ...], ...]
    size: float
    room: float
    rules: int

    @property
    def leading(self) -> float:
        """From one printed line to the next."""
        return self.size * 1.3

    def height(self, block: Sequence[str]) -> float:
        """What a question takes, with its written lines and the gap after them."""
        return len(block) * self.leading + self.rules * self.room + self.size * 0.6


def fitted(questions: Sequence[str], split: Split, width: float, height: float) -> Layout:
    """The roomiest layout that holds every question; when none does, the tightest with as many as fit."""
    for size, room, rules in STEPS:
        layout = Layout(_blocks(questions, split, size, width), size, room, rules)
        if _total(layout) <= height:
            return _roomier(layout, height)
    return _shortened(layout, height)


def _roomier(layout: Layout, height: float) -> Layout:
    """The layout with as many written lines as the page holds, within reason."""
    for rules in range(MOST_RULES, layout.rules, -1):
        wider = Layout(layout.blocks, layout.size, layout.room, rules)
        if _total(wider) <= height:
            return _stretched(wider, height)
    return _stretched(layout, height)


def _stretched(layout: Layout, height: float) -> Layout:
    """The layout with its written lines as far apart as the page allows, within reason."""
    free = (height - _total(layout)) / (len(layout.blocks) * layout.rules)
    return Layout(layout.blocks, layout.size, min(MOST_ROOM, layout.room + free), layout.rules)


def _shortened(layout: Layout, height: float) -> Layout:
    blocks = list(layout.blocks)
    while len(blocks) > 1 and sum(map(layout.height, blocks)) > height:
        blocks.pop()
    return Layout(tuple(blocks), layout.size, layout.room, layout.rules)


def _blocks(questions: Sequence[str], split: Split, size: float, width: float) -> tuple[tuple[str, ...], ...]:
    return tuple(_lines(question, split, size, width) for question in questions)


def _lines(question: str, split: Split, size: float, width: float) -> tuple[str, ...]:
    """The lines of a question; a very long one, or a word too long for a line, is cut and says so."""
    words = (word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…" for word in question.split())
    lines = split(" ".join(words), size, width - size * len(_NUMBER) / 2)
    return tuple(lines) if len(lines) <= MOST_LINES else (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …")


def _total(layout: Layout) -> float:
    return sum(map(layout.height, layout.blocks))
