"""Updates by long polling."""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import TelegramError
from telegram.ext import Updater

from bot.face.kinds import ALLOWED_UPDATES
from bot.gateway.inbox_queue import InboxQueue
from bot.gateway.telegram_bot import TelegramBot

logger = logging.getLogger(__name__)


class Polling:
    """Asks Telegram for updates; each is kept before the next offset confirms it."""

    def __init__(self, bot: TelegramBot, queue: InboxQueue) -> None:
        """``queue`` takes the updates."""
        inbox: Any = queue  # all the Updater asks of a queue is ``put``
        self._updater = Updater(bot, inbox)

    async def start(self) -> None:
        """Begin. Raises InvalidToken; any other trouble is tried again until it is over."""
        await self._updater.initialize()
        await self._updater.start_polling(
            allowed_updates=list(ALLOWED_UPDATES), bootstrap_retries=-1, error_callback=_trouble
        )

    async def stop(self) -> None:
        """Ask no more."""
        if self._updater.running:
            await self._updater.stop()
        await self._updater.shutdown()


def _trouble(error: TelegramError) -> None:
    logger.warning("polling was interrupted and goes on: %s", type(error).__name__)
