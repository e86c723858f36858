"""The tables of kept talk. A conversation's id is a pseudonym; no chat id, no name and no plain text stands here."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData()
_ROW = BigInteger().with_variant(Integer, "sqlite")
_NEWEST = (text("at DESC"), text("id DESC"))

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("language", String(35)),
    Column("country", String(2)),
    Column("started", Float, nullable=False),
    Column("last", Float, nullable=False),
    Column("turns", Integer, nullable=False, default=0),
    Index("conversations_last", "last"),
)

# One message of a family with what was answered. `body` is encrypted JSON (conversations/body.py) and goes first;
# the labels beside it hold no text of the family's and may stay.
turns = Table(
    "turns",
    metadata,
    Column("id", _ROW, primary_key=True, autoincrement=True),
    Column("conversation", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Float, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("language", String(35)),
    Column("body", LargeBinary),
    Column("intent", String(80)),
    Column("confidence", Float),
    Column("outcome", String(20), nullable=False),
    Column("topic", String(80)),
    Column("version", String(80)),
    Column("safety", String(20)),
    Column("rule", String(80)),
    Column("seconds", Float),
    Column("feedback", String(10)),
    Column("urgency", Integer, nullable=False, default=9),
    Column("update_id", BigInteger),
    Index("turns_conversation", "conversation", "number"),
    Index("turns_at", "at", "id"),
    Index("turns_queue", "urgency", "at", "id"),
    Index("turns_outcome", "outcome", "at"),
    Index("turns_topic", "topic", "at"),
    # The queue walks one level after the other, newest first. A filter by outcome, topic or feedback needs a walk of
    # its own, for most levels hold few or none of an outcome, and would be read to their end.
    Index("turns_queue_newest", "urgency", *_NEWEST),
    Index("turns_outcome_queue", "outcome", "urgency", *_NEWEST),
    Index("turns_topic_queue", "topic", "urgency", *_NEWEST),
    Index("turns_feedback_queue", "feedback", "urgency", *_NEWEST),
    sqlite_autoincrement=True,
)

# Keyed hashes of the stems of a turn's words, so that text can be searched and not read.
words = Table(
    "words",
    metadata,
    Column("word", String(24), primary_key=True),
    Column("turn", _ROW, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Index("words_turn", "turn"),
)

# What a topic said at a version, kept as long as a turn refers to it.
versions = Table(
    "versions",
    metadata,
    Column("version", String(80), primary_key=True),
    Column("topic", String(80), nullable=False),
    Column("content", Text, nullable=False),
    Column("first_said", Float, nullable=False),
)

# Consent to learn from a conversation; no row, or `revoked` set, means no.
consents = Table(
    "consents",
    metadata,
    Column("conversation", String(64), primary_key=True),
    Column("given", Float, nullable=False),
    Column("revoked", Float),
)

# Proof that something was erased; it names nobody.
receipts = Table(
    "erasure_receipts",
    metadata,
    Column("receipt", String(40), primary_key=True),
    Column("erased", Float, nullable=False),
    Column("counts", Text, nullable=False),
)
