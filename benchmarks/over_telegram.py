"""Asking as families do, by a message on Telegram: through our gateway, and through Rasa's built-in connector."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any
from urllib.request import Request, urlopen

from benchmarks.over_http import Unanswered
from benchmarks.talk import QUESTIONS
from tests.support.telegram_server import TelegramServer
from tests.support.telegram_server.state import SENDING, Call, State

_PATIENCE, _QUIET = 60.0, 0.5


class Heard(State):
    """What the Bot API server is told to send, chat by chat, in order; nothing of it is kept."""

    def __init__(self) -> None:
        """Nothing was sent yet."""
        super().__init__()
        self.by_chat: dict[int, SimpleQueue[Call]] = defaultdict(SimpleQueue)

    def record(self, method: str, params: dict[str, Any], files: dict[str, tuple[str, int]]) -> Call:
        """Hand the call to whoever waits for it."""
        call = super().record(method, params, files)
        if method in SENDING:
            self.by_chat[int(params["chat_id"])].put(call)
        return call

    def next(self, chat: int, seconds: float = _PATIENCE) -> Call:
        """The chat's next message. Raises Unanswered when none comes."""
        try:
            return self.by_chat[chat].get(timeout=seconds)
        except Empty:
            raise Unanswered("no message came over Telegram") from None


class OverGateway:
    """Long polling, our gateway, our Rasa."""

    name = "our gateway and our Rasa"

    def __init__(self, telegram: TelegramServer, heard: Heard) -> None:
        """``heard`` is the server's state. Learns from one family how many messages each answer has."""
        self._telegram, self._heard = telegram, heard
        chat, self._parts = -1, [1] * 2 * len(QUESTIONS)
        for number in range(len(self._parts)):
            self.ask(chat, number)
            self._parts[number] = 1 + self._silence_after(chat)

    def ask(self, chat: int, number: int) -> float:
        """See ``Asker``. Raises Unanswered."""
        began = time.monotonic()
        self._telegram.write(chat, QUESTIONS[number % len(QUESTIONS)])
        first = self._heard.next(chat)
        for _ in range(self._parts[self._place(number)] - 1):
            self._heard.next(chat)
        return (first.at - began) * 1000

    def _place(self, number: int) -> int:
        """The first questions are answered to a family that is new; later ones go round."""
        return number if number < len(self._parts) else len(QUESTIONS) + number % len(QUESTIONS)

    def _silence_after(self, chat: int) -> int:
        """How many more messages come."""
        more = 0
        while True:
            try:
                self._heard.next(chat, _QUIET)
            except Unanswered:
                return more
            more += 1


class OverBuiltin:
    """Updates delivered to the webhook of Rasa's connector, each over a connection of its own, as Telegram does."""

    name = "Rasa's own Telegram connector, our model"

    def __init__(self, hook: str, heard: Heard) -> None:
        """``hook`` is where updates go."""
        self._hook, self._heard, self._updates = hook, heard, count(1)

    def ask(self, chat: int, number: int) -> float:
        """See ``Asker``. Raises Unanswered. The connector takes an update when it has answered it."""
        update = self._update(chat, QUESTIONS[number % len(QUESTIONS)])
        request = Request(self._hook, json.dumps(update).encode(), {"Content-Type": "application/json"})
        began = time.monotonic()
        with urlopen(request, timeout=_PATIENCE) as taken:
            taken.read()
        first = self._heard.next(chat)
        while not self._heard.by_chat[chat].empty():
            self._heard.next(chat)
        return (first.at - began) * 1000

    def _update(self, chat: int, text: str) -> dict[str, Any]:
        number = next(self._updates)
        person = {"id": chat, "is_bot": False, "first_name": "Bench", "language_code": "en"}
        where = {"id": chat, "type": "private", "first_name": "Bench"}
        message = {"message_id": number, "date": int(time.time()), "chat": where, "from": person, "text": text}
        return {"update_id": number, "message": message}
