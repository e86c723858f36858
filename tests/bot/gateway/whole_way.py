"""The gateway from the inbox to the outbox in one call, with a Rasa that says again whatever it was asked."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from bot.face.outgoing import Outgoing
from bot.gateway.inbox_queue import InboxQueue, RawUpdate
from bot.gateway.limit import Limit
from bot.gateway.turns import Turns
from bot.gateway.work import Work
from bot.metrics import Metrics
from bot.screening import screen
from bot.store import inbox, outbox
from bot.store.database import Database
from bot.store.tables import metadata


class Echo:
    """A Rasa that gives back what came, as far as a stranger could bring it to; it keeps and erases nothing."""

    async def ask(self, question: Any) -> list[dict[str, Any]]:
        json.dumps([question.text, question.language, question.country]).encode()
        buttons = [{"title": question.text, "payload": question.text}]
        return [{"text": question.text, "buttons": buttons, "metadata": {"outcome": "answered", "topic": "staging.ms"}}]

    async def export(self, conversation: str) -> dict[str, Any]:
        return {"conversation": conversation}

    async def erase(self, conversation: str) -> None: ...

    async def consent(self, conversation: str, *, given: bool) -> None: ...


class Nobody:
    """A delivery that takes what may be lost."""

    async def once(self, chat_id: int, outgoing: Outgoing) -> None:
        json.dumps(outgoing.params).encode()


class House:
    """One database, and updates with rising numbers."""

    def __init__(self, database: Database) -> None:
        self.database, self._number = database, 0
        rasa: Any = Echo()
        delivery: Any = Nobody()
        work = Work(database, rasa, delivery, screen, Metrics(), Limit(10**9), "key", (rasa,), "a_bot", 30)
        self._turns, self._queue = Turns(work), InboxQueue(database, Metrics(), lambda _chat: None)

    async def take(self, update: dict[str, Any]) -> list[Outgoing]:
        """What is to be sent after ``update``; it must have been kept, and be done with."""
        self._number += 1
        self.database.now(lambda c: [c.execute(table.delete()) for table in metadata.sorted_tables])
        await self._queue.put(RawUpdate(self._number, {**update, "update_id": self._number}))
        (chat,) = self.database.now(inbox.chats_with_work)
        (row,) = self.database.now(lambda c: inbox.waiting(c, chat))
        await self._turns.take(await self._turns.read(row))
        assert self.database.now(inbox.depth) == 0
        return [call for chat in self.database.now(inbox.chats_with_work) for call in self._sent(chat)]

    def _sent(self, chat: int) -> list[Outgoing]:
        found = [pending.outgoing for pending in self.database.now(lambda c: outbox.pending(c, chat))]
        self.database.now(lambda c: outbox.drop(c, chat))
        return found

    def too_wide(self) -> list[str]:
        """The columns that hold more than they are declared for: PostgreSQL refuses that, SQLite does not."""
        found = []
        for table in metadata.sorted_tables:
            rows = self.database.now(lambda c, table=table: c.execute(select(table)).mappings().all())
            widths = {c.name: c.type.length for c in table.columns if getattr(c.type, "length", None)}
            found += [name for row in rows for name, most in widths.items() if not _fits(row[name], most)]
        return found


def _fits(value: Any, most: int) -> bool:
    return value is None or (len(value) <= most and "\0" not in value)
