"""Many chats write while what should answer them is killed at random; then the books are checked."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.support.telegram_server import TelegramServer

FIRST_CHAT = 7000000000
Mischief = Callable[[], None]


@dataclass
class Report:
    """What the storm did, and what came of it."""

    updates: int = 0
    kills: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    disordered: int = 0
    repeated: int = 0
    apologies: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        """One line for people."""
        kills = ", ".join(f"{name} {number}" for name, number in self.kills.items())
        return (
            f"{self.updates} updates in {self.seconds:.0f} s; {kills}; lost {self.lost}, out of order "
            f"{self.disordered}, repeated {self.repeated}, apologies {self.apologies}"
        )


class Storm:
    """``questions`` are asked by every chat in their order; ``expected`` are the answers a calm chat gets."""

    def __init__(self, telegram: TelegramServer, questions: Sequence[str], expected: Sequence[str], seed: int) -> None:
        self._telegram, self._questions, self._expected = telegram, questions, list(expected)
        self._random = random.Random(seed)

    def blow(self, chats: int, mischief: Mapping[str, tuple[int, Mischief]], pause: float) -> Report:
        """Write from ``chats`` chats, ``pause`` seconds apart; each mischief strikes its number of times."""
        began = time.monotonic()
        writes = [(chat, question) for question in self._questions for chat in range(chats)]
        strikes = {name: self._random.sample(range(len(writes)), number) for name, (number, _) in mischief.items()}
        for at, (chat, question) in enumerate(writes):
            self._telegram.write(FIRST_CHAT + chat, question)
            for name, (_, strike) in mischief.items():
                if at in strikes[name]:
                    strike()
            time.sleep(pause * 2 * self._random.random())
        report = Report(len(writes), {name: number for name, (number, _) in mischief.items()})
        self._settle(chats, len(writes))
        self._count(report, chats)
        report.seconds = time.monotonic() - began
        return report

    def _settle(self, chats: int, updates: int) -> None:
        """Wait until every chat has its last answer."""
        for chat in range(chats):
            self._telegram.wait(partial(self._over, FIRST_CHAT + chat), 60 + updates)

    def _over(self, chat_id: int) -> bool:
        return self._expected[-1] in self._telegram.texts(chat_id)

    def _count(self, report: Report, chats: int) -> None:
        known = set(self._expected)
        for chat in range(chats):
            texts = self._telegram.texts(FIRST_CHAT + chat)
            answers = [text for text in texts if text in known]
            once = list(dict.fromkeys(answers))
            report.lost += len(known - set(answers))
            report.disordered += once != [text for text in self._expected if text in set(answers)]
            report.repeated += len(answers) - len(once)
            report.apologies += len(texts) - len(answers)


def lock(database: Path, seconds: float) -> None:
    """Keep everyone else out of the database for a while."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN EXCLUSIVE")
        time.sleep(seconds)
        other.execute("ROLLBACK")
    other.close()
