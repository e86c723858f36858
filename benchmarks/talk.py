"""Families who write at once, each waiting for the answer before the next question."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from statistics import median, quantiles
from typing import Protocol

QUESTIONS = (
    *("what does stage MS mean", "how is it treated", "what is an mibg scan", "tell me more"),
    *("what is chemotherapy", "what are the risk groups", "what is MYCN", "what causes neuroblastoma"),
)
SESSION = 4  # messages, then another family writes
_CHATS = count(7_000_000_000)


class Asker(Protocol):
    """A way to ask."""

    name: str

    def ask(self, chat: int, number: int) -> float:
        """Ask the question of that number, from 0, as that family; milliseconds until the first words came."""


@dataclass(frozen=True)
class Clocked:
    """The milliseconds of every answer, and the seconds all took together."""

    times: Sequence[float]
    seconds: float

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay below."""
        return quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds


def together(rounds: Sequence[Clocked]) -> Clocked:
    """Several rounds as one."""
    return Clocked([one for each in rounds for one in each.times], sum(each.seconds for each in rounds))


def at_once(asker: Asker, chats: int, messages: int) -> Clocked:
    """``messages`` in all, from ``chats`` families at once."""
    each = max(SESSION, messages // chats)
    began = time.monotonic()
    with ThreadPoolExecutor(chats) as families:
        talks = list(families.map(lambda _: _talks(asker, each), range(chats)))
    return Clocked([one for talk in talks for one in talk], time.monotonic() - began)


def _talks(asker: Asker, messages: int) -> list[float]:
    """Short talks of one family after the other."""
    taken: list[float] = []
    while len(taken) < messages:
        taken += long_talk(asker, min(SESSION, messages - len(taken)))
    return taken


def long_talk(asker: Asker, messages: int) -> list[float]:
    """One family's talk."""
    chat = next(_CHATS)
    return [asker.ask(chat, number) for number in range(messages)]
