"""Writes as families do, one message after the other, and clocks the answers at the Bot API server."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from statistics import median, quantiles

from tests.support.telegram_server import TelegramServer

QUESTIONS = (
    *("what does stage MS mean", "how is it treated", "what is an mibg scan", "tell me more"),
    *("what is chemotherapy", "what are the risk groups", "what is MYCN", "what causes neuroblastoma"),
)
_PATIENCE = 60.0


@dataclass(frozen=True)
class Times:
    """What was clocked, in milliseconds."""

    short: Sequence[float]  # many chats, few messages each
    fourth: float  # the median of every chat's fourth message
    late: float  # the median around message 400 of one chat

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.short)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay below."""
        return quantiles(self.short, n=20)[-1]


class Clock:
    """Clocks one house: whatever answers behind the Bot API server."""

    def __init__(self, telegram: TelegramServer) -> None:
        self._telegram, self._chats = telegram, count(7000000000)

    def measure(self, chats: int, long: int) -> Times:
        """``chats`` chats of four messages each, then one chat of ``long`` messages."""
        for _ in range(5):
            self._talk(4)  # warm
        talks = [self._talk(4) for _ in range(chats)]
        late = self._talk(long)[-40:]
        return Times([one for talk in talks for one in talk], median(talk[3] for talk in talks), median(late))

    def _talk(self, messages: int) -> list[float]:
        chat = next(self._chats)
        return [self._ask(chat, QUESTIONS[number % len(QUESTIONS)]) for number in range(messages)]

    def _ask(self, chat: int, question: str) -> float:
        """From the update's arrival at the server to the first message of its answer there."""
        telegram = self._telegram
        before, began = len(telegram.sent(chat)), time.monotonic()
        telegram.write(chat, question)
        telegram.wait_for_messages(before + 1, chat, _PATIENCE)
        telegram.wait(lambda: not telegram.state.updates, _PATIENCE)
        return (telegram.sent(chat)[before].at - began) * 1000
