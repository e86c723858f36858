"""A database of many conversations, made from one that was held."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_NUMBERS = "WITH RECURSIVE many(n) AS (SELECT :first UNION ALL SELECT n + 1 FROM many WHERE n < :last)"
_COPIES = (
    """INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)
    SELECT 'copy-' || n, type_name, timestamp - n % 80000, intent_name, action_name, data
    FROM many CROSS JOIN (SELECT * FROM events WHERE sender_id = :from ORDER BY id LIMIT 8)""",
    """INSERT INTO conversations (id, channel, language, started, last, turns)
    SELECT 'copy-' || n, channel, language, started - n % 80000, last - n % 80000, 1
    FROM many CROSS JOIN (SELECT * FROM conversations WHERE id = :from)""",
    """INSERT INTO turns (conversation, number, at, channel, language, body, intent, confidence, outcome, topic,
        version, seconds, urgency)
    SELECT 'copy-' || n, 1, at - n % 80000, channel, language, body, intent, confidence, outcome, topic, version,
        seconds, urgency
    FROM many CROSS JOIN (SELECT * FROM turns WHERE conversation = :from ORDER BY id LIMIT 1)""",
)


def fill(database: Path, conversation: str, wanted: int) -> int:
    """Copy ``conversation``'s first turn until ``wanted`` conversations are there; how many there are."""
    connection = sqlite3.connect(database, timeout=60)
    try:
        known = int(connection.execute("SELECT count(*) FROM conversations").fetchone()[0])
        if known < wanted:
            names = {"first": known, "last": wanted - 1, "from": conversation}
            with connection:
                for statement in _COPIES:
                    connection.execute(_with_numbers(statement), names)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(connection.execute("SELECT count(*) FROM conversations").fetchone()[0])
    finally:
        connection.close()


def _with_numbers(statement: str) -> str:
    head, rest = statement.split("SELECT", 1)
    return f"{head} {_NUMBERS} SELECT {rest}"
