"""One cell of the matrix: a steady stream of messages, one fault in the midst of it, and what families saw."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.proof.books import Books, Findings
from benchmarks.proof.strike import Strike
from tests.support.services import Topology

_SETTLE = 240.0
_STRIKE_AFTER = 0.25  # of the messages


@dataclass(frozen=True)
class Load:
    """``chats`` chats ask ``questions`` each, ``rate`` messages a second in all."""

    chats: int
    questions: Sequence[str]
    rate: float


@dataclass(frozen=True)
class Result:
    """``start``: from its return until the part answered; ``recovery``: until nobody waited any more. Seconds."""

    strike: Strike
    found: Findings
    start: float
    recovery: float
    first_word: float  # the longest a family heard nothing at all after a message, neither answer nor apology
    settled: bool


def play(house: Topology, books: Books, strike: Strike, load: Load, first_chat: int) -> Result:
    """Write, strike, wait until all is answered or patience ends, and count."""
    chats = range(first_chat, first_chat + load.chats)
    writes = [(chat, question) for question in load.questions for chat in chats]
    thread = None
    for number, (chat, question) in enumerate(writes):
        if number == int(len(writes) * _STRIKE_AFTER):
            thread = strike.begin(house)
        books.write(chat, question)
        time.sleep(1 / load.rate)
    assert thread
    thread.join()
    settled = books.wait(lambda: not books.waiting(chats), _SETTLE)
    books.wait(lambda: False, 1.0)  # what comes twice comes now
    return Result(
        strike,
        books.findings(chats),
        strike.ready - strike.returned,
        _recovery(books, chats, strike),
        max(_first_words(books, chats)),
        settled,
    )


def _recovery(books: Books, chats: range, strike: Strike) -> float:
    """From the return of the part until what was written before it has its answers."""
    late = [
        answered - strike.returned
        for chat in chats
        for written, answered in zip(books.written[chat], books.answered_at(chat), strict=False)
        if written <= strike.returned and answered is not None
    ]
    return max(0.0, *late)


def _first_words(books: Books, chats: range) -> list[float]:
    """How long after each message something came, whatever it was; what it answers does not matter."""
    return [
        min((told.at - written for told in books.told[chat] if told.at >= written), default=_SETTLE)
        for chat in chats
        for written in books.written[chat]
    ]
