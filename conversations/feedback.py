"""Thumbs: what a family thought of an answer, on the turn that gave it."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from conversations.tables import turns
from conversations.urgency import urgency

VERDICTS = ("up", "down", None)


def rate(connection: Connection, conversation: str, topic: str, version: str, verdict: str | None) -> bool:
    """Note ``up``, ``down`` or None on the latest turn with this answer; false when there is none."""
    said = (turns.c.conversation == conversation, turns.c.topic == topic, turns.c.version == version)
    row = connection.execute(select(turns).where(*said).order_by(turns.c.number.desc()).limit(1)).first()
    if row is None:
        return False
    anew = urgency(row.outcome, row.safety, row.confidence, verdict)
    connection.execute(update(turns).where(turns.c.id == row.id).values(feedback=verdict, urgency=anew))
    return True
