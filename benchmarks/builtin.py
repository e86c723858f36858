"""Rasa's own Telegram connector, pointed at a Bot API server of ours: it has no setting for that."""

from __future__ import annotations

import os

from aiogram.bot.api import TELEGRAM_PRODUCTION
from rasa.core.channels.telegram import TelegramInput, TelegramOutput

_URL = os.environ["TELEGRAM_API_URL"]
object.__setattr__(TELEGRAM_PRODUCTION, "base", f"{_URL}/bot{{token}}/{{method}}")


class BuiltinTelegram(TelegramInput):
    """The connector, but for a fault of it: it keeps the session of the loop in which it set the webhook."""

    def get_output_channel(self) -> TelegramOutput:
        """Set the webhook as ever, then speak through a session of the server's own loop."""
        super().get_output_channel()
        return TelegramOutput(self.access_token)
