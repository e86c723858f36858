"""Opens what is kept: one turn's text, a conversation whole, and whether it may be learned from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cryptography.fernet import MultiFernet
from sqlalchemy import select
from sqlalchemy.engine import Connection

from conversations.body import Body, Unreadable
from conversations.tables import consents, turns

_HIDDEN = ("body", "id", "update_id")


def body_of(token: bytes | memoryview | None, box: MultiFernet) -> Body | None:
    """The text of ``turns.body``; None when it was purged. Raises Unreadable when no key fits."""
    return None if token is None else Body.open(bytes(token), box)


def conversation(connection: Connection, name: str, box: MultiFernet) -> list[dict[str, Any]]:
    """Its turns in order, ready for JSON; a text that cannot be read is None, like one that was purged."""
    rows = connection.execute(select(turns).where(turns.c.conversation == name).order_by(turns.c.number)).mappings()
    return [{**_labels(row), "body": _text(row["body"], box)} for row in rows]


def consented(connection: Connection, name: str) -> bool:
    """Whether the family said yes to learning from this conversation, and has not taken it back."""
    found = connection.execute(select(consents).where(consents.c.conversation == name)).first()
    return found is not None and found.revoked is None


def _labels(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column not in _HIDDEN and value is not None}


def _text(token: bytes | None, box: MultiFernet) -> dict[str, Any] | None:
    try:
        body = body_of(token, box)
    except Unreadable:
        return None
    return None if body is None else dict(vars(body))
