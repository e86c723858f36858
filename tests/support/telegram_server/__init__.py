"""A Bot API server of real HTTP for tests: long polling, webhooks, and the faults of a bad day."""

from tests.support.telegram_server.server import TelegramServer

__all__ = ["TelegramServer"]
