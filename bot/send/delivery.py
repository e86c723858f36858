"""Sends what waits for a chat, in order, each message until it is out or its fate is known."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any, Protocol

from telegram.error import TelegramError

from bot.face.outgoing import Outgoing
from bot.metrics import Metrics
from bot.send.files import NoFile, parameters, plain
from bot.send.one_at_a_time import OneAtATime
from bot.send.verdict import Fate, Verdict, judge
from bot.store import chats, outbox
from bot.store.database import Database, StoreUnavailable
from bot.store.outbox import Pending

logger = logging.getLogger(__name__)

_STORE_AGAIN = 0.5


class Caller(Protocol):
    """Whoever speaks the Bot API."""

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        """Call ``method``. Raises TelegramError."""


class Delivery:
    """The way out."""

    def __init__(self, bot: Caller, database: Database, metrics: Metrics, alone: OneAtATime | None = None) -> None:
        """``alone`` bounds how many messages are uncertain at a time."""
        self._bot, self._database, self._metrics = bot, database, metrics
        self._alone = alone or OneAtATime()

    async def flush(self, chat_id: int) -> None:
        """Send all that waits for the chat. Raises StoreUnavailable before the first is sent."""
        while messages := await self._database.run(lambda c: outbox.pending(c, chat_id)):
            for message in messages:
                if not await self._settle(message):
                    break  # what waits has changed

    async def once(self, chat_id: int, outgoing: Outgoing) -> None:
        """Try a call that may be lost: an answer to a press, or "is typing"."""
        try:
            await self._bot.call(outgoing.method, {"chat_id": chat_id, **outgoing.params})
        except TelegramError as error:
            self._metrics.failed.labels(type(error).__name__).inc()

    async def _settle(self, message: Pending) -> bool:
        """Try until the message's fate is known; false when the chat shut us out."""
        attempt, bare = 0, False
        while True:
            verdict = await self._attempt(message, attempt, bare=bare)
            if verdict is None:
                return True
            self._metrics.failed.labels(verdict.reason).inc()
            if verdict.fate is Fate.AGAIN:
                await asyncio.sleep(verdict.wait)
            elif verdict.fate is Fate.PLAIN and not bare:
                bare = True
            else:
                return await self._give_up(message, verdict)
            attempt += 1

    async def _attempt(self, message: Pending, attempt: int, *, bare: bool) -> Verdict | None:
        """One attempt; None when the message is out."""
        try:
            params = await parameters(self._database, message.chat_id, message.outgoing)
        except NoFile:
            return Verdict(Fate.REFUSED, "NoFile")
        async with self._alone.turn():
            try:
                await self._bot.call(message.outgoing.method, plain(params) if bare else params)
            except TelegramError as error:
                return judge(error, attempt, safety=message.outgoing.safety)
            await self._record(message)
        self._metrics.sent.labels(message.outgoing.method).inc()
        if message.received:
            self._metrics.reply.observe(max(0.0, time.time() - message.received))
        return None

    async def _give_up(self, message: Pending, verdict: Verdict) -> bool:
        logger.warning("a %s was given up: %s (%s)", message.outgoing.method, verdict.fate.value, verdict.reason)
        await self._record(message, gone=verdict.fate is Fate.GONE)
        return verdict.fate is not Fate.GONE

    async def _record(self, message: Pending, *, gone: bool = False) -> None:
        """Take the message off the outbox, however long the database makes us wait: it must not go out again."""

        def work(connection: Any) -> None:
            outbox.sent(connection, message)
            if gone:
                chats.note(connection, message.chat_id, time.time(), blocked=True)
                outbox.drop(connection, message.chat_id)

        while True:
            try:
                return await self._database.run(work)
            except StoreUnavailable as error:
                logger.error("a sent message could not be taken off the outbox yet: %s", error)
                await asyncio.sleep(_STORE_AGAIN)
