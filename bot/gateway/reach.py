"""The first word with Telegram."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import InvalidToken, TelegramError

from bot.gateway.telegram_bot import TelegramBot

logger = logging.getLogger(__name__)

_MOST_WAIT = 30.0


async def reach(bot: TelegramBot, stop: asyncio.Event) -> str | None:
    """The bot's username; None when ``stop`` came first. Raises InvalidToken; other trouble is tried again."""
    wait = 1.0
    while not stop.is_set():
        try:
            await bot.initialize()
            return str(bot.username)
        except InvalidToken:
            raise
        except TelegramError as error:
            logger.warning("Telegram cannot be reached (%s); again in %.0f s", type(error).__name__, wait)
        try:
            await asyncio.wait_for(stop.wait(), wait)
        except asyncio.TimeoutError:
            wait = min(_MOST_WAIT, wait * 2)
    return None
