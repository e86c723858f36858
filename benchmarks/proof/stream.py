"""Many chats write as families do, the next message after the answer to the last, so many of them at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.proof.books import Books

_PATIENCE = 120.0


@dataclass(frozen=True)
class Streamed:
    """What came of it. ``wrong``: chats that were not told exactly what a calm chat is told, in its order."""

    chats: int
    messages: int
    told: int
    wrong: int
    seconds: float

    @property
    def lost(self) -> int:
        """Messages without an answer; what came too much elsewhere does not make up for them."""
        return max(0, self.messages - self.told)


def stream(
    books: Books, chats: range, questions: Sequence[str], at_once: int, until: float, tick: Callable[[int], None]
) -> Streamed:
    """Let every chat ask ``questions``; ``until`` (monotonic seconds) no more is begun. ``tick`` is told the count."""
    began, count = time.monotonic(), 0
    for question in questions:
        for chat in chats:
            if time.monotonic() > until:
                break
            books.wait(lambda: _under_way(books, chats) < at_once, _PATIENCE)
            books.write(chat, question)
            tick(count := count + 1)
    books.wait(lambda: _under_way(books, chats) == 0, _PATIENCE)
    seconds = time.monotonic() - began
    texts = {chat: [told.text for told in books.told[chat]] for chat in chats}
    wrong = sum(texts[chat] != books.expected[: len(books.written[chat])] for chat in chats)
    told = sum(min(len(texts[chat]), len(books.written[chat])) for chat in chats)
    return Streamed(len(chats), count, told, wrong, seconds)


def _under_way(books: Books, chats: range) -> int:
    return books.count_written - sum(len(books.told[chat]) for chat in chats)
