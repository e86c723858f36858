"""What Telegram shows before the first message: commands and descriptions, set where they differ."""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import TelegramError

from bot.face.commands.descriptions import about, described_languages, for_menu
from bot.gateway.telegram_bot import TelegramBot

logger = logging.getLogger(__name__)

_DEFAULT = "en"  # for everyone whose language is not described


async def introduce(bot: TelegramBot) -> None:
    """Bring Telegram's menu and page up to date; families are answered all the same when that fails."""
    try:
        for language in described_languages():
            await _introduce(bot, language)
    except TelegramError as error:
        logger.warning("the menu of commands was not set: %s", type(error).__name__)


async def _introduce(bot: TelegramBot, language: str) -> None:
    code = {} if language == _DEFAULT else {"language_code": language}
    page = about(language)
    await _set(bot, "MyCommands", for_menu(language), {"commands": for_menu(language)}, code)
    for method, field in (("MyDescription", "description"), ("MyShortDescription", "short_description")):
        await _set(bot, method, {field: page[field]}, {field: page[field]}, code)


async def _set(bot: TelegramBot, what: str, wanted: Any, params: dict[str, Any], code: dict[str, str]) -> None:
    if await bot.call(f"get{what}", code) != wanted:
        await bot.call(f"set{what}", {**params, **code})
