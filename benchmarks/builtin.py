"""Rasa's own Telegram connector, pointed at a Bot API server of ours: it has no setting for that."""

from __future__ import annotations

import os

from aiogram.bot.api import TELEGRAM_PRODUCTION
from rasa.core.channels.telegram import TelegramInput

_URL = os.environ["TELEGRAM_API_URL"]
object.__setattr__(TELEGRAM_PRODUCTION, "base", f"{_URL}/bot{{token}}/{{method}}")


class BuiltinTelegram(TelegramInput):
    """The connector as it is."""
