"""The gateway's tables as they were when versions began."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.taking_over import make_missing

revision = "0001"
down_revision = None

tables = sa.MetaData()

sa.Table(
    "inbox",
    tables,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("chat_id", sa.BigInteger),
    sa.Column("body", sa.Text),
    sa.Column("received", sa.Float, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("told", sa.Boolean, nullable=False),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Index("inbox_waiting", "done", "chat_id", "update_id"),
)
sa.Table(
    "outbox",
    tables,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("method", sa.String(40), nullable=False),
    sa.Column("params", sa.Text, nullable=False),
    sa.Column("safety", sa.Boolean, nullable=False),
    sa.Column("received", sa.Float),
    sqlite_autoincrement=True,
)
sa.Table(
    "files",
    tables,
    sa.Column("key", sa.String(80), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
sa.Table(
    "chats",
    tables,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("language", sa.String(35)),
    sa.Column("country", sa.String(2)),
    sa.Column("blocked", sa.Boolean, nullable=False),
    sa.Column("said_once", sa.String(80)),
    sa.Column("consent", sa.Boolean),
    sa.Column("seen", sa.Float, nullable=False),
)
sa.Table(
    "feedback",
    tables,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("verdict", sa.String(10), nullable=False),
    sa.Column("topic", sa.String(80)),
    sa.Column("version", sa.String(80)),
    sa.Column("given", sa.Float, nullable=False),
    sa.Column("told", sa.Boolean),
)
sa.Table(
    "receipts",
    tables,
    sa.Column("receipt", sa.String(40), primary_key=True),
    sa.Column("erased", sa.Float, nullable=False),
)


def upgrade() -> None:
    """Make what is missing of them."""
    make_missing(op.get_bind(), tables)
