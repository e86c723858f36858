"""What the server knows: updates not confirmed, calls received, and the faults it is told to show."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SENDING = ("sendMessage", "sendPhoto", "sendDocument")
_LOOK_AGAIN = 0.05  # what is waited for may also happen elsewhere: in a database, a log, or Rasa


@dataclass(frozen=True)
class Call:
    """A call that was carried out. ``at`` is monotonic seconds; ``files`` are names and sizes of what was uploaded."""

    method: str
    params: dict[str, Any]
    message_id: int
    at: float
    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words of the message."""
        return str(self.params.get("text", self.params.get("caption", "")))


@dataclass
class Fault:
    """What to do instead of answering well: a status, a delay in seconds, or a dropped connection."""

    method: str
    times: int
    status: int = 0
    retry_after: int = 0
    delay: float = 0.0
    drop: str = ""  # "before" or "after" the call is carried out
    chat_id: int | None = None
    description: str = "fault"

    def strikes(self, method: str, params: dict[str, Any]) -> bool:
        """Whether this call is hit."""
        meant = self.method in ("*", method) and self.chat_id in (None, params.get("chat_id"))
        return meant and self.times > 0


class State:
    """Shared by the server's thread and the test's. Everything is guarded by one lock."""

    def __init__(self) -> None:
        self.lock = threading.Condition()
        self.updates: list[dict[str, Any]] = []
        self.calls: list[Call] = []
        self.refused: list[tuple[str, int]] = []
        self.faults: list[Fault] = []
        self.blocked: set[int] = set()
        self.webhook: dict[str, Any] = {}
        self.authority: str | None = None  # a file of certificates that webhooks are trusted by
        self.kept: dict[str, Any] = {}  # commands and descriptions, by method and language
        self.polls = 0
        self.offset = 0

    def add(self, update: dict[str, Any]) -> None:
        """Queue an update."""
        with self.lock:
            self.updates.append(update)

    def polled(self) -> None:
        """Count a poll."""
        with self.lock:
            self.polls += 1
            self.lock.notify_all()

    def take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Confirm what is below ``offset``, and give what is not confirmed."""
        with self.lock:
            if offset:
                self.offset = max(self.offset, offset)
                self.updates = [update for update in self.updates if update["update_id"] >= offset]
                self.lock.notify_all()
            return self.updates[:limit]

    def fault_for(self, method: str, params: dict[str, Any]) -> Fault | None:
        """The fault that hits this call, used up by it."""
        with self.lock:
            for fault in self.faults:
                if fault.strikes(method, params):
                    fault.times -= 1
                    return fault
        return None

    def record(self, method: str, params: dict[str, Any], files: dict[str, tuple[str, int]]) -> Call:
        """Carry a call out."""
        with self.lock:
            call = Call(method, params, len(self.calls) + 1, time.monotonic(), files)
            self.calls.append(call)
            self.lock.notify_all()
            return call

    def wait(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until ``ready``; false when it did not come to pass."""
        deadline = time.monotonic() + seconds
        with self.lock:
            while not (now := ready()) and time.monotonic() < deadline:
                self.lock.wait(_LOOK_AGAIN)
        return now

    def sent(self, chat_id: int | None = None) -> list[Call]:
        """The messages sent, to one chat or to all."""
        with self.lock:
            sent = [call for call in self.calls if call.method in SENDING]
        return [call for call in sent if chat_id in (None, call.params["chat_id"])]
