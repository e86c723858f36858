"""The little that is known of a chat: its language, its country, whether it shut us out, its feedback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from bot.store import outbox
from bot.store.database import insert
from bot.store.tables import chats, feedback, inbox, receipts

_KEYS = {chats: ["chat_id"], feedback: ["chat_id", "message_id"]}


@dataclass(frozen=True)
class Chat:
    """A chat. ``language`` is Telegram's code, ``country`` an ISO code, ``said_once`` the key of the last such line.

    ``consent``: the family said that we may learn from its words.
    """

    language: str | None = None
    country: str | None = None
    blocked: bool = False
    said_once: str | None = None
    consent: bool = False


@dataclass(frozen=True)
class Thumb:
    """A thumb that was not handed on yet."""

    chat_id: int
    message_id: int
    verdict: str
    topic: str
    version: str


def find(connection: Connection, chat_id: int) -> Chat:
    """What is known of the chat; a chat never seen has nothing."""
    row = connection.execute(select(chats).where(chats.c.chat_id == chat_id)).first()
    return Chat(row.language, row.country, row.blocked, row.said_once, bool(row.consent)) if row else Chat()


def note(connection: Connection, chat_id: int, now: float, **values: Any) -> None:
    """Change ``language``, ``country``, ``blocked``, ``said_once`` or ``consent``, and that the chat was seen."""
    _put(connection, chats, {"chat_id": chat_id, "seen": now, **values})


def rate(connection: Connection, chat_id: int, args: Mapping[str, str], now: float) -> None:
    """Keep a thumb: one a message, the last counts."""
    values = {name: args.get(name) for name in ("verdict", "topic", "version")}
    _put(
        connection,
        feedback,
        {"chat_id": chat_id, "message_id": int(args["message_id"]), "given": now, "told": False, **values},
    )


def untold(connection: Connection) -> list[Thumb]:
    """The thumbs that were not handed on."""
    columns = [feedback.c[name] for name in ("chat_id", "message_id", "verdict", "topic", "version")]
    wanted = (feedback.c.told.is_not(True), feedback.c.topic.is_not(None), feedback.c.version.is_not(None))
    return [Thumb(*row) for row in connection.execute(select(*columns).where(*wanted).order_by(feedback.c.given))]


def told(connection: Connection, thumb: Thumb) -> None:
    """The thumb was handed on; when it was changed meanwhile, it is still to be."""
    same = [feedback.c[name] == getattr(thumb, name) for name in ("chat_id", "message_id", "verdict")]
    connection.execute(update(feedback).where(*same).values(told=True))


def _put(connection: Connection, table: Any, row: dict[str, Any]) -> None:
    statement = insert(connection, table).values(**row)
    connection.execute(statement.on_conflict_do_update(index_elements=_KEYS[table], set_=row))


def everything(connection: Connection, chat_id: int) -> dict[str, Any]:
    """All that is kept of the chat, ready for JSON."""
    known = connection.execute(select(chats).where(chats.c.chat_id == chat_id)).mappings().first()
    thumbs = connection.execute(select(feedback).where(feedback.c.chat_id == chat_id)).mappings()
    return {"chat": dict(known) if known else {}, "feedback": [dict(thumb) for thumb in thumbs]}


def erase(connection: Connection, chat_id: int, until: int, receipt: str, now: float) -> None:
    """Forget the chat up to the update ``until``, and keep ``receipt`` as the proof."""
    for table in (feedback, chats):
        connection.execute(delete(table).where(table.c.chat_id == chat_id))
    outbox.drop(connection, chat_id)
    gone = {"done": True, "body": None, "chat_id": None}
    earlier = (inbox.c.chat_id == chat_id, inbox.c.update_id <= until)
    connection.execute(inbox.update().where(*earlier).values(**gone))
    connection.execute(receipts.insert().values(receipt=receipt, erased=now))


def forget_silent(connection: Connection, before: float) -> None:
    """Forget chats not heard of since ``before``, with their feedback."""
    silent = select(chats.c.chat_id).where(chats.c.seen < before)
    connection.execute(delete(feedback).where(feedback.c.chat_id.in_(silent)))
    connection.execute(delete(chats).where(chats.c.seen < before))
