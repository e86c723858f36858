"""``/healthz`` for those who restart what is ill, ``/metrics`` for those who watch."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.gateway.pulse import Pulse
from bot.metrics import Metrics
from bot.store import inbox, outbox
from bot.store.database import Database, StoreUnavailable


class Health:
    """Whether families are answered: updates arrive and the database takes them."""

    def __init__(self, database: Database, pulse: Pulse, metrics: Metrics, silence: float) -> None:
        """``silence`` is how many seconds without a sign of life are too many."""
        self._database, self._pulse, self._metrics, self._silence = database, pulse, metrics, silence
        self.answering = False

    async def faults(self) -> list[str]:
        """What is wrong, one line each; also brings the gauges up to date."""
        found = [] if self.answering else ["starting: Telegram has not been reached, or old updates not taken up"]
        silent = self._pulse.silent_seconds()
        self._metrics.polled.set(silent)
        if silent > self._silence:
            found.append(f"no sign of life for {silent:.0f} s")
        try:
            self._metrics.inbox.set(await self._database.run(inbox.depth))
            self._metrics.outbox.set(await self._database.run(outbox.depth))
            since = await self._database.run(inbox.oldest)
            self._metrics.oldest.set(0.0 if since is None else max(0.0, time.time() - since))
        except StoreUnavailable as error:
            found.append(f"the database does not answer ({error})")
        return found

    def page(self) -> bytes:
        """The metrics."""
        return self._metrics.page()


class _Healthz(RequestHandler):
    def initialize(self, health: Health) -> None:
        self._health = health

    async def get(self) -> None:
        faults = await self._health.faults()
        self.set_status(503 if faults else 200)
        self.finish({"status": "ill" if faults else "well", "faults": faults})


class _Metrics(_Healthz):
    async def get(self) -> None:
        await self._health.faults()
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(self._health.page())


def serve(health: Health, host: str, port: int) -> HTTPServer:
    """Listen. Raises OSError when the port is taken."""
    parts = {"health": health}
    return listen([(r"/healthz", _Healthz, parts), (r"/metrics", _Metrics, parts)], host, port)


def listen(routes: Sequence[Any], host: str, port: int) -> HTTPServer:
    """An HTTP server that logs nothing. Raises OSError when the port is taken."""
    server = HTTPServer(Application(list(routes), log_function=lambda _handler: None), max_body_size=1 << 20)
    server.listen(port, host)
    return server
