"""Updates by webhook."""

from __future__ import annotations

import asyncio
import hmac
import logging
from urllib.parse import urlsplit

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
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # nosec B105  # the name of a header


class _Receive(RequestHandler):
    """Answers 200 when the update is kept, and only then: anything else makes Telegram send it again."""

    def initialize(self, queue: InboxQueue, secret: str) -> None:
        self._queue, self._secret = queue, secret.encode()

    async def post(self) -> None:
        shown = self.request.headers.get(_SECRET_HEADER, "").encode()
        if not hmac.compare_digest(shown, self._secret):
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
        self._server: HTTPServer | None = None
        self._beating: asyncio.Task[None] | None = None

    async def start(self, host: str, port: int) -> None:
        """Listen, then let Telegram know. Raises TelegramError and OSError."""
        parts = {"queue": self._queue, "secret": self._secret}
        self._server = listen([(urlsplit(self._url).path, _Receive, parts)], host, port)
        await self._announce()
        self._beating = asyncio.ensure_future(self._beat())

    async def _announce(self) -> None:
        """Set the webhook at every start, for Telegram does not tell its secret; updates that wait there stay."""
        wanted = {"url": self._url, "secret_token": self._secret, "max_connections": _ONE}
        await self._bot.call("setWebhook", {**wanted, "allowed_updates": list(ALLOWED_UPDATES)})

    async def _beat(self) -> None:
        """While the loop turns, updates can come in."""
        while True:
            self._pulse.beat()
            await asyncio.sleep(_BEAT_SECONDS)

    async def stop(self) -> None:
        """Take no more; Telegram keeps what it cannot deliver."""
        if self._beating:
            self._beating.cancel()
        if self._server:
            self._server.stop()
