"""The tables in place: those of kept talk, then the console's own."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from conversations.tables import metadata

# The queue walks one level after the other, newest first. A filter by outcome, topic or feedback needs a walk of its
# own, for most levels hold few or none of an outcome, and would be read to their end.
_WALKS = {
    "turns_queue_newest": "urgency, at DESC, id DESC",
    "turns_outcome_queue": "outcome, urgency, at DESC, id DESC",
    "turns_topic_queue": "topic, urgency, at DESC, id DESC",
    "turns_feedback_queue": "feedback, urgency, at DESC, id DESC",
}


def make_tables() -> None:
    """Make the tables of kept talk that are missing, through Django's own connection."""
    dialect = (postgresql if connection.vendor == "postgresql" else sqlite).dialect()
    with connection.cursor() as cursor:
        for table in metadata.sorted_tables:
            cursor.execute(str(CreateTable(table, if_not_exists=True).compile(dialect=dialect)))
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                cursor.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=dialect)))
        for name, columns in _WALKS.items():
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON turns ({columns})")


def migrate() -> None:
    """Bring the whole database up to date; a second time changes nothing."""
    make_tables()
    call_command("migrate", verbosity=0, interactive=False)
