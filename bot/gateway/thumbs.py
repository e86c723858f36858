"""Thumbs on their way to those who review answers: kept first, and handed on when Rasa is there."""

from __future__ import annotations

import asyncio
import logging

from bot.gateway.rasa import RasaFailed
from bot.gateway.work import Work
from bot.store import chats
from bot.store.chats import Thumb
from bot.store.database import StoreUnavailable

logger = logging.getLogger(__name__)

_AGAIN_SECONDS = 60.0


class Thumbs:
    """Hands on what was not handed on yet: after each thumb, at the start, and every minute while some wait."""

    def __init__(self, work: Work) -> None:
        """``run`` must run for anything to happen."""
        self._work = work

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._work.thumb_given.clear()
            waiting = await self._hand_on()
            try:
                await asyncio.wait_for(self._work.thumb_given.wait(), _AGAIN_SECONDS if waiting else None)
            except asyncio.TimeoutError:
                continue

    async def _hand_on(self) -> bool:
        """Whether some still wait."""
        try:
            for thumb in await self._work.database.run(chats.untold):
                await self._tell(thumb)
        except RasaFailed as error:
            logger.warning("thumbs wait for Rasa: %s", error.reason)
            return True
        except StoreUnavailable as error:
            logger.warning("thumbs wait for the database: %s", error)
            return True
        return False

    async def _tell(self, thumb: Thumb) -> None:
        conversation = self._work.conversation(thumb.chat_id)
        for store in self._work.stores:
            await store.rate(conversation, thumb.topic, thumb.version, thumb.verdict)
        await self._work.database.run(lambda connection: chats.told(connection, thumb))
