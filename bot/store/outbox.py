"""Messages that are to be sent: kept with the update they answer, gone once they are sent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.engine import Connection

from bot.face.outgoing import Outgoing
from bot.store.tables import files, outbox


@dataclass(frozen=True)
class Pending:
    """A message on its way. ``received`` is when the update it answers came, in Unix seconds."""

    id: int
    chat_id: int
    outgoing: Outgoing
    received: float | None


def add(connection: Connection, chat_id: int, messages: Iterable[Outgoing], received: float | None = None) -> None:
    """Put ``messages`` behind those that wait for the chat."""
    for message in messages:
        row = {"method": message.method, "params": json.dumps(message.params), "safety": message.safety}
        connection.execute(outbox.insert().values(chat_id=chat_id, received=received, **row))


def pending(connection: Connection, chat_id: int) -> list[Pending]:
    """What waits for the chat, in order."""
    rows = connection.execute(select(outbox).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id))
    return [
        Pending(row.id, row.chat_id, Outgoing(row.method, json.loads(row.params), row.safety), row.received)
        for row in rows
    ]


def sent(connection: Connection, message: Pending) -> None:
    """The message is out, or will never be: it and its file go."""
    connection.execute(delete(outbox).where(outbox.c.id == message.id))
    for value in message.outgoing.params.values():
        if isinstance(value, dict) and "bytes_key" in value:
            connection.execute(delete(files).where(files.c.key == value["bytes_key"]))


def drop(connection: Connection, chat_id: int) -> None:
    """Forget what waits for the chat."""
    connection.execute(delete(outbox).where(outbox.c.chat_id == chat_id))
    connection.execute(delete(files).where(files.c.chat_id == chat_id))


def depth(connection: Connection) -> int:
    """How many messages wait."""
    return int(connection.execute(select(func.count()).select_from(outbox)).scalar_one())


def keep_file(connection: Connection, key: str, chat_id: int, content: bytes) -> None:
    """Keep the bytes of a file to be sent under ``key``."""
    connection.execute(files.insert().values(key=key, chat_id=chat_id, content=content))


def file(connection: Connection, key: str) -> bytes | None:
    """The bytes kept under ``key``."""
    found = connection.execute(select(files.c.content).where(files.c.key == key)).scalar()
    return None if found is None else bytes(found)
