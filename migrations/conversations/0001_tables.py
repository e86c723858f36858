"""The tables of kept talk, and Rasa's own, as they were when versions began."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.taking_over import make_missing

revision = "0001"
down_revision = None

tables = sa.MetaData()
row = sa.BigInteger().with_variant(sa.Integer, "sqlite")

sa.Table(
    "conversations",
    tables,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("language", sa.String(35)),
    sa.Column("country", sa.String(2)),
    sa.Column("started", sa.Float, nullable=False),
    sa.Column("last", sa.Float, nullable=False),
    sa.Column("turns", sa.Integer, nullable=False),
    sa.Index("conversations_last", "last"),
)
sa.Table(
    "turns",
    tables,
    sa.Column("id", row, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.String(64), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("language", sa.String(35)),
    sa.Column("body", sa.LargeBinary),
    sa.Column("intent", sa.String(80)),
    sa.Column("confidence", sa.Float),
    sa.Column("outcome", sa.String(20), nullable=False),
    sa.Column("topic", sa.String(80)),
    sa.Column("version", sa.String(80)),
    sa.Column("safety", sa.String(20)),
    sa.Column("rule", sa.String(80)),
    sa.Column("seconds", sa.Float),
    sa.Column("feedback", sa.String(10)),
    sa.Column("urgency", sa.Integer, nullable=False),
    sa.Column("update_id", sa.BigInteger),
    sa.Index("turns_conversation", "conversation", "number"),
    sa.Index("turns_at", "at", "id"),
    sa.Index("turns_queue", "urgency", "at", "id"),
    sa.Index("turns_outcome", "outcome", "at"),
    sa.Index("turns_topic", "topic", "at"),
    sa.Index("turns_queue_newest", "urgency", sa.text("at DESC"), sa.text("id DESC")),
    sa.Index("turns_outcome_queue", "outcome", "urgency", sa.text("at DESC"), sa.text("id DESC")),
    sa.Index("turns_topic_queue", "topic", "urgency", sa.text("at DESC"), sa.text("id DESC")),
    sa.Index("turns_feedback_queue", "feedback", "urgency", sa.text("at DESC"), sa.text("id DESC")),
    sqlite_autoincrement=True,
)
sa.Table(
    "words",
    tables,
    sa.Column("word", sa.String(24), primary_key=True),
    sa.Column("turn", row, sa.ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    sa.Index("words_turn", "turn"),
)
sa.Table(
    "versions",
    tables,
    sa.Column("version", sa.String(80), primary_key=True),
    sa.Column("topic", sa.String(80), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("first_said", sa.Float, nullable=False),
)
sa.Table(
    "consents",
    tables,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("given", sa.Float, nullable=False),
    sa.Column("revoked", sa.Float),
)
sa.Table(
    "erasure_receipts",
    tables,
    sa.Column("receipt", sa.String(40), primary_key=True),
    sa.Column("erased", sa.Float, nullable=False),
    sa.Column("counts", sa.Text, nullable=False),
)
sa.Table(
    "events",
    tables,
    sa.Column("id", sa.Integer, sa.Sequence("events_seq", optional=True), primary_key=True),
    sa.Column("sender_id", sa.String(255), nullable=False, index=True),
    sa.Column("type_name", sa.String(255), nullable=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("intent_name", sa.String(255)),
    sa.Column("action_name", sa.String(255)),
    sa.Column("data", sa.Text),
    sa.Index("events_of_session", "sender_id", "timestamp"),
    sa.Index("events_of_type", "sender_id", "type_name", "timestamp"),
    sa.Index("events_timestamp", "timestamp"),
)


def upgrade() -> None:
    """Make what is missing of them."""
    make_missing(op.get_bind(), tables)
