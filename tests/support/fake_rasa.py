"""What stands for Rasa and its channel: repeats the words, counts what it saw, and has bad days on demand."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from tornado.web import Application, RequestHandler

from tests.support.loopback_server import LoopbackServer

SECRET = "channel-secret-for-tests"


class FakeRasa(LoopbackServer):
    """A server on loopback while the block runs.

    ``delay`` is in seconds; ``status`` other than 200 and ``empty`` are failures; ``asked`` holds every request,
    ``opinions`` each consent and thumb as
    (conversation, kind, body), ``answered`` the update ids handled, each once, as our channel does it.
    """

    def __init__(self, port: int = 0, answered: dict[int, str] | None = None) -> None:
        super().__init__(port)
        self.asked: list[dict[str, Any]] = []
        self.answered: dict[int, str] = {} if answered is None else answered
        self.erased: list[str] = []
        self.opinions: list[tuple[str, str, dict[str, Any]]] = []
        self.delay, self.status, self.empty = 0.0, 200, False
        self.slow: dict[str, float] = {}

    def application(self) -> Application:
        """The paths of our channel, and the action server's health."""
        routes = [
            (r"/webhooks/companion/webhook", _Webhook, {"rasa": self}),
            (r"/webhooks/companion/conversations/(\w+)", _Conversation, {"rasa": self}),
            (r"/webhooks/companion/conversations/(\w+)/(consent|feedback)", _Opinion, {"rasa": self}),
            (r"/webhooks/companion/", _Webhook, {"rasa": self}),
            (r"/health", _Health),
        ]
        return Application(routes, log_function=lambda _handler: None)


class _Health(RequestHandler):
    """What the action server has, so that one server stands for both."""

    def get(self) -> None:
        self.finish({"status": "ok"})


class _Webhook(RequestHandler):
    def initialize(self, rasa: FakeRasa) -> None:
        self.rasa = rasa

    def prepare(self) -> None:
        if self.request.headers.get("Authorization") != f"Bearer {SECRET}":
            self.send_error(401)

    def get(self) -> None:
        self.finish({"status": "ok"})

    async def post(self) -> None:
        rasa, asked = self.rasa, json.loads(self.request.body)
        rasa.asked.append({**asked, "at": time.monotonic()})
        await asyncio.sleep(rasa.slow.get(asked["text"], rasa.delay))
        if rasa.status != 200:
            self.send_error(rasa.status)
        elif rasa.empty:
            self.finish({"replies": []})
        else:
            said = rasa.answered.setdefault(asked["update_id"], f"You said: {asked['text']}")
            record = {"outcome": "small_talk", "topic": None, "version": None, "sources": [], "suggestions": []}
            self.finish({"replies": [{"text": said, "buttons": [], "metadata": record}]})


class _Conversation(_Webhook):
    def get(self, sender: str) -> None:  # type: ignore[override]
        self.finish({"turns": [{"family": "hello"}], "sender": sender})

    def delete(self, sender: str) -> None:
        if self.rasa.status != 200:
            self.send_error(self.rasa.status)
            return
        self.rasa.erased.append(sender)
        self.finish({"erased": True})


class _Opinion(_Webhook):
    def put(self, sender: str, kind: str) -> None:
        if self.rasa.status != 200:
            self.send_error(self.rasa.status)
            return
        body = json.loads(self.request.body)
        self.rasa.opinions.append((sender, kind, body))
        self.finish(body)

    post = put  # type: ignore[assignment]
