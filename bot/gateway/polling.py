"""Updates by long polling."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from telegram.error import TelegramError
from telegram.ext import Updater

from bot.face.kinds import ALLOWED_UPDATES
from bot.gateway.inbox_queue import InboxQueue
from bot.gateway.telegram_bot import TelegramBot

logger = logging.getLogger(__name__)


class Polling:
    """Asks Telegram for updates; each is kept before the next offset confirms it."""

    def __init__(self, bot: TelegramBot, queue: InboxQueue, seconds: float = 10.0) -> None:
        """``queue`` takes the updates; Telegram holds a poll open for ``seconds`` when there are none."""
        self._wait = timedelta(seconds=max(1, int(seconds)))
        inbox: Any = queue  # all the Updater asks of a queue is ``put``
        self._updater = Updater(bot, inbox)

    async def start(self) -> None:
        """Begin. Raises InvalidToken; any other trouble is tried again until it is over."""
        await self._updater.initialize()
        await self._updater.start_polling(
            timeout=self._wait, allowed_updates=list(ALLOWED_UPDATES), bootstrap_retries=-1, error_callback=_trouble
        )

    async def stop(self) -> None:
        """Ask no more."""
        if self._updater.running:
            await self._updater.stop()  # without shutdown: that would end the bot, which still has messages to send


def _trouble(error: TelegramError) -> None:
    logger.warning("polling was interrupted and goes on: %s", type(error).__name__)
