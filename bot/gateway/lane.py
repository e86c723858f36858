"""One chat's updates, one after the other; what cannot be answered yet waits here and holds up nobody else."""

from __future__ import annotations

import asyncio
import logging
import time

from sqlalchemy.engine import Connection

from bot.face.outgoing import Outgoing
from bot.gateway.rasa import RasaFailed
from bot.gateway.turns import Turn, Turns
from bot.gateway.work import Work
from bot.store import inbox, outbox
from bot.store.database import StoreUnavailable
from bot.store.inbox import Waiting

logger = logging.getLogger(__name__)

_MOST_WAIT = 30.0
_SOON = 0.5
_MOST_AT_ONCE = 100
_STORE_AGAIN = 0.5
_MOST_FAULTS = 3
# How long a question is kept for Rasa: when Rasa refuses it, and when Rasa is away. Seconds.
REFUSED_PATIENCE, AWAY_PATIENCE = 600.0, 86400.0


class Lane:
    """Answers a chat's updates until none waits."""

    def __init__(self, chat_id: int, work: Work, turns: Turns) -> None:
        """``arrived`` is to be set whenever an update came."""
        self.arrived = asyncio.Event()
        self._chat_id, self._work, self._turns = chat_id, work, turns
        self._faults = 0
        self._ending = self._held = False
        self._until = 0.0

    def end(self) -> None:
        """Finish what can be finished now, and wait for nothing."""
        self._ending = True
        self.arrived.set()

    def hurry(self) -> None:
        """Try again soon, if this chat waits for its next attempt."""
        self._until = min(self._until, time.monotonic() + _SOON)
        self.arrived.set()

    async def run(self) -> None:
        """Answer what waits; an update that comes meanwhile is answered too."""
        idle = False
        while (not idle or self.arrived.is_set()) and not (self._ending and (idle or self._held)):
            self.arrived.clear()
            self._held = False
            try:
                idle = not await self._step()
            except StoreUnavailable as error:
                logger.error("a chat waits for the database: %s", error)
                await asyncio.sleep(_STORE_AGAIN)

    async def _step(self) -> bool:
        """Send what is to be sent, then answer one update; false when nothing waits."""
        await self._work.delivery.flush(self._chat_id)
        rows = await self._work.database.run(lambda c: inbox.waiting(c, self._chat_id))
        if not rows:
            return False
        turn = await self._turns.read(rows[0])
        await self._answer(turn)
        return True

    async def _answer(self, turn: Turn) -> None:
        try:
            await self._turns.take(turn)
            self._faults = 0
        except RasaFailed as error:
            await self._try_later(turn, error)
        except StoreUnavailable:
            raise
        except Exception as error:  # a fault of ours must neither stop the chat nor lose the update
            await self._broken(turn, error)

    async def _broken(self, turn: Turn, error: Exception) -> None:
        self._faults += 1
        at = error.__traceback__
        while at and at.tb_next:
            at = at.tb_next
        place = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else "?"
        logger.error("an update could not be answered: %s at %s", type(error).__name__, place)
        await self._try_later(turn, RasaFailed("fault", away=False), give_up=self._faults >= _MOST_FAULTS)

    async def _try_later(self, turn: Turn, error: RasaFailed, *, give_up: bool = False) -> None:
        """Tell the family, once; then wait, or let the update go when it has waited too long."""
        age = time.time() - turn.row.received
        give_up = give_up or age > (AWAY_PATIENCE if error.away else REFUSED_PATIENCE)
        sorry = () if turn.row.told else self._turns.apology(turn)
        await self._note(turn, sorry, over=give_up)
        await self._work.delivery.flush(self._chat_id)
        if give_up:
            logger.error("an update was given up after %.0f s: %s", age, error.reason)
        else:
            await self._hold(turn, min(_MOST_WAIT, 2.0 ** min(turn.row.attempts, 10)))

    async def _note(self, turn: Turn, messages: tuple[Outgoing, ...], *, over: bool = False) -> None:
        """Put ``messages`` into the outbox and mark the update: told and tried, or over."""

        def work(connection: Connection) -> None:
            outbox.add(connection, self._chat_id, messages, turn.row.received)
            for mark in (inbox.told, inbox.tried, *((inbox.done,) if over else ())):
                mark(connection, turn.row.update_id)

        await self._work.database.run(work)

    async def _hold(self, held: Turn, seconds: float) -> None:
        """Wait ``seconds``; what arrives meanwhile and needs no Rasa is answered, and every word is screened."""
        self._held = True
        self._until, seen = time.monotonic() + seconds, held.row.update_id
        while (left := self._until - time.monotonic()) > 0 and not self._ending:
            self.arrived.clear()
            for row in await self._arrived_after(seen):
                await self._meanwhile(await self._turns.read(row))
                seen = row.update_id
            try:
                await asyncio.wait_for(self.arrived.wait(), left)
            except asyncio.TimeoutError:
                return

    async def _take_now(self, turn: Turn) -> None:
        try:
            await self._turns.take(turn)
        except StoreUnavailable:
            raise
        except Exception as error:  # it gets its own turn, and its own attempts, later
            logger.error("an update could not be answered at once: %s", type(error).__name__)

    async def _arrived_after(self, update_id: int) -> list[Waiting]:
        return await self._work.database.run(lambda c: inbox.waiting(c, self._chat_id, update_id, _MOST_AT_ONCE))

    async def _meanwhile(self, turn: Turn) -> None:
        if not turn.needs_rasa:
            await self._take_now(turn)
        elif not turn.row.told and (reply := self._turns.safety(turn)):
            await self._note(turn, reply)
        await self._work.delivery.flush(self._chat_id)
