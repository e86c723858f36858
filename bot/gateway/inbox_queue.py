"""The queue updates are put into: ``put`` returns when the update is safe on the disk, and not before."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram.error import TelegramError

from bot.face.ids import id_of
from bot.gateway import sender
from bot.metrics import Metrics
from bot.store import inbox
from bot.store.database import Database, StoreUnavailable

logger = logging.getLogger(__name__)


class NotKept(TelegramError):
    """The update could not be kept; Telegram must not be told that it was.

    A TelegramError, for polling goes on after those and ends silently after any other.
    """


@dataclass(frozen=True)
class RawUpdate:
    """An update as Telegram wrote it, so that a field nobody knows yet does no harm."""

    update_id: int
    body: Mapping[str, Any]

    @classmethod
    def read(cls, raw: bytes) -> RawUpdate:
        """Read what was posted. Raises ValueError for what is no update, so that it is not asked for again."""
        try:
            body = json.loads(raw)
        except RecursionError as error:
            raise ValueError("it is too deep") from error
        update_id = id_of(body.get("update_id")) if isinstance(body, dict) else None
        if update_id is None:
            raise ValueError("it has no update_id")
        return cls(update_id, body)


class InboxQueue:
    """Keeps updates and wakes their chats."""

    def __init__(self, database: Database, metrics: Metrics, wake: Callable[[int], None]) -> None:
        """``wake`` is told the chat of every update that is new."""
        self._database, self._metrics, self._wake = database, metrics, wake

    async def put(self, update: RawUpdate) -> None:
        """Keep ``update``. Raises NotKept, and nothing else, when that did not succeed."""
        try:
            await self._put(update.body)
        except StoreUnavailable as error:
            logger.error("an update was not kept, and will be asked for again: %s", error)
            raise NotKept("the database did not take it") from error
        except Exception as error:
            logger.error("an update could not be read: %s", type(error).__name__)
            raise NotKept("it cannot be read") from error

    async def _put(self, body: Mapping[str, Any]) -> None:
        who, now = sender.of(body), time.time()
        if await self._database.run(lambda c: inbox.keep(c, body, who.chat_id, now)):
            self._metrics.updates.labels(who.kind).inc()
            self._wake(who.chat_id)
