"""What a turn comes to: messages to send, and changes to keep, all in one transaction with the update's end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from bot.face.outgoing import Outgoing
from bot.store import chats, inbox, outbox
from bot.store.database import Database
from bot.store.inbox import Waiting

Change = Callable[[Connection], Any]


@dataclass(frozen=True)
class Answer:
    """``changes`` come first, then ``messages`` go into the outbox."""

    messages: tuple[Outgoing, ...] = ()
    changes: tuple[Change, ...] = ()


async def commit(database: Database, row: Waiting, answer: Answer, language: str | None) -> None:
    """Keep the answer, and the update as handled. Raises StoreUnavailable; then nothing of it is kept."""

    def work(connection: Connection) -> None:
        chats.note(connection, row.chat_id, time.time(), blocked=False, **({"language": language} if language else {}))
        for change in answer.changes:
            change(connection)
        outbox.add(connection, row.chat_id, answer.messages, row.received)
        inbox.done(connection, row.update_id)

    await database.run(work)
