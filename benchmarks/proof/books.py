"""What was written by whom and when, and what each chat was told: every message once, in order, or it shows."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.support.telegram_server import TelegramServer
from tests.support.telegram_server.state import SENDING

_LOOK = 0.01


@dataclass(frozen=True)
class Told:
    """A message a chat got, ``at`` in monotonic seconds."""

    text: str
    at: float


@dataclass(frozen=True)
class Findings:
    """What became of ``messages``; times in seconds."""

    messages: int
    lost: int
    disordered: int
    repeated: int
    apologies: int
    waits: Sequence[float]

    @property
    def sound(self) -> bool:
        """Whether each was answered, each chat in its order."""
        return not (self.lost or self.disordered)


class Books:
    """``expected`` is what a chat is told when nothing goes wrong, an answer to each of its messages."""

    def __init__(self, telegram: TelegramServer, expected: Sequence[str] = ()) -> None:
        """Empty books; ``expected`` may also be set later."""
        self.telegram, self.expected = telegram, list(expected)
        self.written: dict[int, list[float]] = defaultdict(list)
        self.told: dict[int, list[Told]] = defaultdict(list)
        self._seen = self.count_written = 0

    def write(self, chat: int, text: str) -> None:
        """A family writes."""
        self.written[chat].append(time.monotonic())
        self.count_written += 1
        self.telegram.write(chat, text)

    def read(self) -> None:
        """Take in what was sent since the last time; what went before costs nothing again."""
        with self.telegram.state.lock:
            fresh = self.telegram.state.calls[self._seen :]
        self._seen += len(fresh)
        for call in fresh:
            if call.method in SENDING:
                self.told[int(call.params["chat_id"])].append(Told(call.text, call.at))

    def wait(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Read until ``ready``; false when it did not come to pass in ``seconds``."""
        deadline = time.monotonic() + seconds
        while not ready() and time.monotonic() < deadline:
            time.sleep(_LOOK)
            self.read()
        return ready()

    def answers(self, chat: int) -> list[Told]:
        """The answers among what the chat was told, in the order they came; the rest are apologies."""
        known = set(self.expected)
        return [told for told in self.told[chat] if told.text in known]

    def answered_at(self, chat: int) -> list[float | None]:
        """When each message of the chat was answered first; None when it was not."""
        first: dict[str, float] = {}
        for told in self.answers(chat):
            first.setdefault(told.text, told.at)
        return [first.get(text) for text in self.expected[: len(self.written[chat])]]

    def waiting(self, chats: Iterable[int]) -> int:
        """How many messages have no answer yet."""
        return sum(at is None for chat in chats for at in self.answered_at(chat))

    def findings(self, chats: Iterable[int]) -> Findings:
        """The count of everything these chats wrote and were told."""
        self.read()
        lost = disordered = repeated = apologies = messages = 0
        waits: list[float] = []
        for chat in chats:
            answers = [told.text for told in self.answers(chat)]
            once = list(dict.fromkeys(answers))
            wanted = self.expected[: len(self.written[chat])]
            messages += len(wanted)
            lost += len(set(wanted) - set(answers))
            disordered += once != [text for text in wanted if text in set(answers)]
            repeated += len(answers) - len(once)
            apologies += len(self.told[chat]) - len(answers)
            pairs = zip(self.written[chat], self.answered_at(chat), strict=False)
            waits += [answered - written for written, answered in pairs if answered is not None]
        return Findings(messages, lost, disordered, repeated, apologies, waits)
