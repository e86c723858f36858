"""The tables. Chat ids stand in these and nowhere else; texts are encrypted."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from bot.store.sealing import SealedBytes, SealedText

metadata = MetaData()

# A row stays after its update is handled, without body and chat, so that a second delivery is known.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger),
    Column("body", SealedText),
    Column("received", Float, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("told", Boolean, nullable=False, default=False),
    Column("done", Boolean, nullable=False, default=False),
    Index("inbox_waiting", "done", "chat_id", "update_id"),
)

# A row goes as soon as its message is sent.
outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("method", String(40), nullable=False),
    Column("params", SealedText, nullable=False),
    Column("safety", Boolean, nullable=False, default=False),
    Column("received", Float),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("content", SealedBytes, nullable=False),
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(35)),
    Column("country", String(2)),
    Column("blocked", Boolean, nullable=False, default=False),
    Column("said_once", String(80)),
    Column("consent", Boolean),
    Column("seen", Float, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("verdict", String(10), nullable=False),
    Column("topic", String(80)),
    Column("version", String(80)),
    Column("given", Float, nullable=False),
    Column("told", Boolean),
)

# What proves to a family, and to whoever asks later, that something was erased; it names nobody.
receipts = Table(
    "receipts",
    metadata,
    Column("receipt", String(40), primary_key=True),
    Column("erased", Float, nullable=False),
)
