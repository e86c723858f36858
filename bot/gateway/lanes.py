"""A lane for each chat that has something to do."""

from __future__ import annotations

import asyncio
import logging

from bot.gateway.lane import Lane
from bot.gateway.turns import Turns
from bot.gateway.work import Work
from bot.store import inbox

logger = logging.getLogger(__name__)

_AFTER_A_FAULT = 1.0


class Lanes:
    """Starts lanes, and ends them in order."""

    def __init__(self, work: Work) -> None:
        """No lane runs until ``wake`` or ``resume``."""
        self._work, self._turns = work, Turns(work)
        self._draining = False
        work.rasa.when_back = self._hurry
        self._lanes: dict[int, tuple[Lane, asyncio.Task[None]]] = {}

    def wake(self, chat_id: int) -> None:
        """Something waits for the chat."""
        if chat_id in self._lanes:
            self._lanes[chat_id][0].arrived.set()
            return
        lane = Lane(chat_id, self._work, self._turns)
        task = asyncio.ensure_future(lane.run())
        self._lanes[chat_id] = lane, task
        task.add_done_callback(lambda done: self._ended(chat_id, done))

    def _hurry(self) -> None:
        """Rasa is back: nobody need wait for the end of a pause that has grown long meanwhile."""
        for lane, _ in self._lanes.values():
            lane.hurry()

    def _ended(self, chat_id: int, task: asyncio.Task[None]) -> None:
        lane, _ = self._lanes.pop(chat_id)
        if self._draining or task.cancelled():
            return
        if error := task.exception():
            logger.error("a chat's lane broke and is started again: %s", type(error).__name__)
            asyncio.get_running_loop().call_later(_AFTER_A_FAULT, self.wake, chat_id)
        elif lane.arrived.is_set():
            self.wake(chat_id)

    async def resume(self) -> None:
        """Go on with what an earlier process left. Raises StoreUnavailable."""
        for chat_id in await self._work.database.run(inbox.chats_with_work):
            self.wake(chat_id)

    async def drain(self, seconds: float) -> None:
        """Let the lanes finish, for ``seconds`` at most; what is not finished waits for the next start."""
        self._draining = True
        tasks = [task for _, task in self._lanes.values()]
        for lane, _ in self._lanes.values():
            lane.end()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
