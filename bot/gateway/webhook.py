"""Updates by webhook."""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import HTTPError, RequestHandler

from bot.face.kinds import ALLOWED_UPDATES
from bot.gateway.inbox_queue import InboxQueue, NotKept, RawUpdate
from bot.gateway.pulse import Pulse
from bot.gateway.telegram_bot import TelegramBot
from bot.health import listen

logger = logging.getLogger(__name__)

_ONE = 1  # connections Telegram may use: with more, messages of one chat can overtake each other
_BEAT_SECONDS = 5.0
_SECRET_AGAIN_SECONDS = 60.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # nosec B105  # the name of a header


class _Receive(RequestHandler):
    """Answers 200 when the update is kept, and only then: anything else makes Telegram send it again."""

    def initialize(self, queue: InboxQueue, secret: str, refused: Callable[[], None]) -> None:
        self._queue, self._secret, self._refused = queue, secret.encode(), refused

    async def post(self) -> None:
        shown = self.request.headers.get(_SECRET_HEADER, "").encode()
        if not hmac.compare_digest(shown, self._secret):
            self._refused()
            raise HTTPError(403)
        try:
            update = RawUpdate.read(self.request.body)
        except ValueError as error:
            raise HTTPError(400) from error
        try:
            await self._queue.put(update)
        except NotKept as error:
            raise HTTPError(503) from error


class Webhook:
    """Lets Telegram deliver."""

    def __init__(self, bot: TelegramBot, queue: InboxQueue, pulse: Pulse, *, url: str, secret: str) -> None:
        """``url`` is where the world reaches us; ``secret`` is what Telegram must show."""
        self._bot, self._queue, self._pulse, self._url, self._secret = bot, queue, pulse, url, secret
        self._announced = -_SECRET_AGAIN_SECONDS
        self._telling: asyncio.Task[None] | None = None
        self._server: HTTPServer | None = None
        self._beating: asyncio.Task[None] | None = None

    async def start(self, host: str, port: int) -> None:
        """Listen, then let Telegram know. Raises TelegramError and OSError."""
        parts = {"queue": self._queue, "secret": self._secret, "refused": self._refused}
        self._server = listen([(urlsplit(self._url).path, _Receive, parts)], host, port)
        info: dict[str, Any] = await self._bot.call("getWebhookInfo", {})
        if self._differs(info):
            await self._announce()
        self._beating = asyncio.ensure_future(self._beat())

    def _differs(self, info: dict[str, Any]) -> bool:
        """Whether Telegram has another webhook than we want; which updates it delivers is not told by every server."""
        updates = info.get("allowed_updates", ALLOWED_UPDATES)
        same = info.get("url") == self._url and info.get("max_connections") == _ONE
        return not same or set(updates) != set(ALLOWED_UPDATES)

    async def _announce(self) -> None:
        """Set the webhook; updates that wait at Telegram stay."""
        self._announced = time.monotonic()
        wanted = {"url": self._url, "secret_token": self._secret, "max_connections": _ONE}
        await self._bot.call("setWebhook", {**wanted, "allowed_updates": list(ALLOWED_UPDATES)})

    def _refused(self) -> None:
        """Tell Telegram the secret again, at most once a minute: it does not show which one it has."""
        if time.monotonic() - self._announced >= _SECRET_AGAIN_SECONDS:
            self._announced = time.monotonic()
            self._telling = asyncio.ensure_future(self._told_again())

    async def _told_again(self) -> None:
        try:
            await self._announce()
        except TelegramError as error:
            logger.warning("the webhook's secret was refused and could not be set again: %s", type(error).__name__)

    async def _beat(self) -> None:
        """While the loop turns, updates can come in."""
        while True:
            self._pulse.beat()
            await asyncio.sleep(_BEAT_SECONDS)

    async def stop(self) -> None:
        """Take no more; Telegram keeps what it cannot deliver."""
        for task in (self._beating, self._telling):
            if task:
                task.cancel()
        if self._server:
            self._server.stop()
