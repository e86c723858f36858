"""The server in a thread of its own, and what tests say to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from tornado.web import Application

from tests.support.loopback_server import LoopbackServer
from tests.support.telegram_server.handler import Handler
from tests.support.telegram_server.state import Call, Fault, State
from tests.support.telegram_server.webhooks import deliver

TOKEN = "123456:TEST-token"


class TelegramServer(LoopbackServer):
    """A Bot API server on loopback while the block runs."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.token, self.state = token, State()
        super().__init__(port)
        self._ids = count(1000)
        self._changed = asyncio.Event()

    def application(self) -> Application:
        """The Bot API's methods."""
        parts = {"state": self.state, "token": self.token, "changed": self._changed}
        return Application([(r"/bot([^/]+)/(\w+)", Handler, parts)], log_function=lambda _handler: None)

    async def until_stopped(self) -> None:
        """Deliver to webhooks meanwhile, and let who waits for updates go at the end."""
        hooks = asyncio.ensure_future(deliver(self.state, self._changed))
        await super().until_stopped()
        hooks.cancel()
        self._changed.set()

    def push(self, update: dict[str, Any]) -> int:
        """Queue a raw update; without an ``update_id`` it gets the next."""
        update = {"update_id": next(self._ids), **update}
        self.state.add(update)
        self._loop.call_soon_threadsafe(self._changed.set)
        return int(update["update_id"])

    def write(self, chat_id: int, text: str, language: str = "en") -> int:
        """A family writes ``text``; the update's number."""
        person = {"id": chat_id, "is_bot": False, "first_name": "Test", "language_code": language}
        chat = {"id": chat_id, "type": "private", "first_name": "Test"}
        message = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat, "from": person, "text": text}
        if text.startswith("/"):
            command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
            message["entities"] = [command]
        return self.push({"message": message})

    def press(self, chat_id: int, data: str, message_id: int = 1) -> int:
        """A family presses a button that carries ``data``."""
        person = {"id": chat_id, "is_bot": False, "first_name": "Test", "language_code": "en"}
        chat = {"id": chat_id, "type": "private", "first_name": "Test"}
        message = {"message_id": message_id, "date": int(time.time()), "chat": chat, "text": "earlier"}
        query = {"id": str(next(self._ids)), "from": person, "message": message, "chat_instance": "1", "data": data}
        return self.push({"callback_query": query})

    def trust(self, authority: Path) -> None:
        """Deliver to webhooks whose certificate stands in this file."""
        self.state.authority = str(authority)

    def fail(self, method: str = "*", times: int = 1, **how: Any) -> Fault:
        """Let the next ``times`` calls of ``method`` go wrong, as ``Fault`` describes."""
        fault = Fault(method, times, **how)
        with self.state.lock:
            self.state.faults.append(fault)
        return fault

    def sent(self, chat_id: int | None = None) -> list[Call]:
        """The messages sent, to one chat or to all."""
        return self.state.sent(chat_id)

    def texts(self, chat_id: int) -> list[str]:
        """The words sent to a chat."""
        return [call.text for call in self.sent(chat_id)]

    def calls(self, method: str) -> list[Call]:
        """The calls of a method."""
        with self.state.lock:
            return [call for call in self.state.calls if call.method == method]

    def wait(self, ready: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until ``ready``; fails the test when it does not come to pass."""
        assert self.state.wait(ready, seconds), f"not in {seconds:g} s; sent so far: {len(self.sent())}"

    def wait_for_messages(self, number: int, chat_id: int | None = None, seconds: float = 20.0) -> list[Call]:
        """Wait until ``number`` messages were sent."""
        self.wait(lambda: len(self.sent(chat_id)) >= number, seconds)
        return self.sent(chat_id)
