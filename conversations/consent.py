"""Consent to learn from a conversation: given by the family alone, and taken back at any time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from conversations.database import insert
from conversations.tables import consents


def set_consent(connection: Connection, conversation: str, *, given: bool, now: float) -> None:
    """Note a yes, or a no; a no where there never was a yes leaves nothing."""
    if given:
        row = {"conversation": conversation, "given": now, "revoked": None}
        statement = insert(connection, consents).values(**row)
        connection.execute(statement.on_conflict_do_update(index_elements=["conversation"], set_=row))
    else:
        mine = (consents.c.conversation == conversation, consents.c.revoked.is_(None))
        connection.execute(update(consents).where(*mine).values(revoked=now))


def consent_of(connection: Connection, conversation: str) -> dict[str, Any]:
    """``given`` says what is so now, ``since`` and ``revoked`` when it was said, in Unix seconds."""
    found = connection.execute(select(consents).where(consents.c.conversation == conversation)).first()
    if found is None:
        return {"given": False}
    return {"given": found.revoked is None, "since": found.given, "revoked": found.revoked}
