"""Asking Rasa over HTTP: through our channel, and through Rasa's own REST channel."""

from __future__ import annotations

import http.client
import json
import threading
import time
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from benchmarks.talk import QUESTIONS
from tests.support.fake_rasa import SECRET

_TEMPLATE_QUESTIONS = ("hello", "I am sad", "no", "are you a bot")  # what the template of `rasa init` knows
_PATIENCE = 120.0


class Unanswered(RuntimeError):
    """A question got no answer: what follows would not be worth measuring."""


class _OverHttp:
    """Posts JSON over a connection that each family keeps."""

    def __init__(self, name: str, url: str, path: str, secret: str = SECRET) -> None:
        self.name = name
        at = urlsplit(url)
        self._host, self._port, self._path = str(at.hostname), at.port, path
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {secret}"}
        self._own = threading.local()

    def _post(self, body: dict[str, Any]) -> tuple[Any, float]:
        """The answer's JSON, and the milliseconds it took."""
        if not hasattr(self._own, "line"):
            self._own.line = http.client.HTTPConnection(self._host, self._port, timeout=_PATIENCE)
        began = time.monotonic()
        try:
            answer = self._asked(json.dumps(body))
        except (ConnectionError, http.client.RemoteDisconnected):  # closed by the server while nobody wrote
            self._own.line.close()
            began = time.monotonic()
            answer = self._asked(json.dumps(body))
        read = answer.read()
        took = (time.monotonic() - began) * 1000
        if answer.status != 200:
            raise Unanswered(f"{self.name} answers {answer.status}: {read[:200]!r}")
        return json.loads(read), took

    def _asked(self, body: str) -> http.client.HTTPResponse:
        line: http.client.HTTPConnection = self._own.line
        line.request("POST", self._path, body, self._headers)
        return line.getresponse()


class OverOurChannel(_OverHttp):
    """As the gateway asks."""

    def __init__(self, url: str, name: str = "our Rasa, asked directly", secret: str = SECRET) -> None:
        """``url`` is Rasa's."""
        super().__init__(name, url, "/webhooks/companion/webhook", secret)
        self._updates = count(1)

    def ask(self, chat: int, number: int) -> float:
        """See ``Asker``. Raises Unanswered."""
        text, update = QUESTIONS[number % len(QUESTIONS)], next(self._updates)
        question = {"sender": f"bench-{chat}", "text": text, "update_id": update, "language": "en", "country": None}
        answer, took = self._post(question)
        if not answer["replies"]:
            raise Unanswered(f"{self.name} says nothing")
        return took


class OverRest(_OverHttp):
    """Rasa's template over the channel it comes with."""

    def __init__(self, url: str) -> None:
        """``url`` is Rasa's."""
        super().__init__("`rasa init` over REST", url, "/webhooks/rest/webhook")

    def ask(self, chat: int, number: int) -> float:
        """See ``Asker``. Raises Unanswered."""
        text = _TEMPLATE_QUESTIONS[number % len(_TEMPLATE_QUESTIONS)]
        answer, took = self._post({"sender": f"bench-{chat}", "message": text})
        if not answer:
            raise Unanswered(f"{self.name} says nothing")
        return took
