"""The whole gateway: what it is made of, how it starts, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import AsyncExitStack

from sqlalchemy.engine import Connection

from bot.gateway.inbox_queue import InboxQueue
from bot.gateway.introduction import introduce
from bot.gateway.lanes import Lanes
from bot.gateway.limit import Limit
from bot.gateway.polling import Polling
from bot.gateway.pseudonym import webhook_secret
from bot.gateway.pulse import Pulse, Watchdog
from bot.gateway.rasa import Rasa
from bot.gateway.reach import reach
from bot.gateway.telegram_bot import TelegramBot
from bot.gateway.thumbs import Thumbs
from bot.gateway.webhook import Webhook
from bot.gateway.work import Work
from bot.health import Health, serve
from bot.metrics import Metrics
from bot.screening import Screen
from bot.send.delivery import Delivery
from bot.settings import Settings
from bot.store import chats, inbox
from bot.store.database import Database, StoreUnavailable

logger = logging.getLogger(__name__)

_TIDY_SECONDS = 3600.0
_DAY = 86400.0
_POLL_SECONDS = 10.0


class Gateway:
    """One process between Telegram and Rasa."""

    def __init__(self, settings: Settings, screen: Screen, database: Database) -> None:
        """Put the parts together; nothing is connected yet."""
        self._settings, self._screen, self._database = settings, screen, database
        self._metrics, self._pulse = Metrics(), Pulse()
        self._bot = TelegramBot(settings.telegram_token, settings.telegram_api_url, self._pulse)
        self._rasa = Rasa(settings.rasa_url, settings.channel_secret, settings.rasa_deadline, self._metrics)
        self._health = Health(database, self._pulse, self._metrics, settings.watchdog_seconds)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer families until ``stop``, then finish what was begun.

        Raises InvalidToken, TelegramError, OSError and StoreUnavailable when it cannot start.
        """
        async with AsyncExitStack() as parts:
            parts.push_async_callback(self._rasa.close)
            server = serve(self._health, self._settings.listen_host, self._settings.health_port)
            parts.callback(server.stop)
            username = await reach(self._bot, stop)
            if username is not None:
                await self._answer(stop, username)

    async def _answer(self, stop: asyncio.Event, username: str) -> None:
        work = self._work(username)
        lanes = Lanes(work)
        await lanes.resume()
        source = await self._listen(InboxQueue(self._database, self._metrics, lanes.wake))
        watchdog = Watchdog(self._pulse, self._settings.watchdog_seconds)
        watchdog.start()
        asides = [asyncio.ensure_future(each) for each in (introduce(self._bot), self._tidy(), Thumbs(work).run())]
        self._health.answering = True
        logger.info("answering as @%s", username)
        await stop.wait()
        logger.info("ending: finishing what was begun")
        watchdog.stop()
        for aside in asides:
            aside.cancel()
        await source.stop()
        await lanes.drain(self._settings.drain_seconds)
        await self._bot.shutdown()

    def _work(self, username: str) -> Work:
        return Work(
            database=self._database,
            rasa=self._rasa,
            delivery=Delivery(self._bot, self._database, self._metrics),
            screen=self._screen,
            metrics=self._metrics,
            limit=Limit(self._settings.chat_limit),
            pseudonym_key=self._settings.pseudonym_key,
            stores=(self._rasa,),
            username=username,
            retention_days=self._settings.retention_text_days,
        )

    async def _listen(self, queue: InboxQueue) -> Polling | Webhook:
        settings = self._settings
        if not settings.telegram_webhook_url:
            polling = Polling(self._bot, queue, min(_POLL_SECONDS, settings.watchdog_seconds / 3))
            await polling.start()
            return polling
        secret = webhook_secret(settings.pseudonym_key, settings.telegram_token)
        webhook = Webhook(self._bot, queue, self._pulse, url=settings.telegram_webhook_url, secret=secret)
        await webhook.start(settings.listen_host, settings.webhook_port)
        return webhook

    async def _tidy(self) -> None:
        """Forget what is no longer needed, every hour."""
        while True:
            try:
                await self._database.run(self._forget_old)
            except StoreUnavailable as error:
                logger.warning("tidying waits: %s", error)
            await asyncio.sleep(_TIDY_SECONDS)

    def _forget_old(self, connection: Connection) -> None:
        now, days = time.time(), self._settings.retention_days
        inbox.forget_old(connection, now)
        if days:
            chats.forget_silent(connection, now - days * _DAY)
