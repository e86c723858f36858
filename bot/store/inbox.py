"""Updates that arrived: kept before Telegram is told, known again when they come twice, in order within a chat."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, distinct, func, select, update
from sqlalchemy.engine import Connection

from bot.store.database import insert
from bot.store.tables import inbox, outbox

REMEMBERED_SECONDS = 7 * 86400  # Telegram repeats an update for a day at most


@dataclass(frozen=True)
class Waiting:
    """An update not answered yet. ``received`` is in Unix seconds; ``told``: an apology or safety reply went out."""

    update_id: int
    chat_id: int
    body: Mapping[str, Any]
    received: float
    attempts: int = 0
    told: bool = False


def keep(connection: Connection, body: Mapping[str, Any], chat_id: int, now: float) -> bool:
    """Keep an update; false when it is known already."""
    row = {"update_id": int(body["update_id"]), "chat_id": chat_id, "body": json.dumps(body), "received": now}
    kept = connection.execute(insert(connection, inbox).values(**row).on_conflict_do_nothing())
    return bool(kept.rowcount)


def waiting(connection: Connection, chat_id: int, after: int = -1, most: int = 1) -> list[Waiting]:
    """The chat's updates to be answered, oldest first: those after the update ``after``, ``most`` of them."""
    mine = (inbox.c.done.is_(False), inbox.c.chat_id == chat_id, inbox.c.update_id > after)
    rows = connection.execute(select(inbox).where(*mine).order_by(inbox.c.update_id).limit(most))
    return [_waiting(row) for row in rows]


def _waiting(row: Any) -> Waiting:
    return Waiting(row.update_id, row.chat_id, json.loads(row.body), row.received, row.attempts, row.told)


def tried(connection: Connection, update_id: int) -> None:
    """Count an attempt that failed."""
    _change(connection, update_id, attempts=inbox.c.attempts + 1)


def told(connection: Connection, update_id: int) -> None:
    """The family heard of the failure."""
    _change(connection, update_id, told=True)


def done(connection: Connection, update_id: int) -> None:
    """The update is answered: only its number is still needed."""
    _change(connection, update_id, done=True, body=None, chat_id=None)


def _change(connection: Connection, update_id: int, **values: Any) -> None:
    connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(**values))


def chats_with_work(connection: Connection) -> list[int]:
    """The chats with updates or messages that wait."""
    updates = select(distinct(inbox.c.chat_id)).where(inbox.c.done.is_(False))
    messages = select(distinct(outbox.c.chat_id))
    return sorted({*connection.execute(updates).scalars(), *connection.execute(messages).scalars()})


def depth(connection: Connection) -> int:
    """How many updates wait."""
    return int(connection.execute(select(func.count()).where(inbox.c.done.is_(False))).scalar_one())


def oldest(connection: Connection) -> float | None:
    """When the update that waits longest was received, in Unix seconds; None when none waits."""
    found = connection.execute(select(func.min(inbox.c.received)).where(inbox.c.done.is_(False))).scalar_one()
    return None if found is None else float(found)


def forget_old(connection: Connection, now: float) -> None:
    """Remove the numbers of updates that cannot come again."""
    old = (inbox.c.done.is_(True), inbox.c.received < now - REMEMBERED_SECONDS)
    connection.execute(delete(inbox).where(*old))
