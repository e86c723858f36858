"""The tables in place: those of kept talk, then the console's own."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from conversations.tables import metadata

_QUEUE = "CREATE INDEX IF NOT EXISTS turns_queue_newest ON turns (urgency, at DESC, id DESC)"


def make_tables() -> None:
    """Make the tables of kept talk that are missing, through Django's own connection."""
    dialect = (postgresql if connection.vendor == "postgresql" else sqlite).dialect()
    with connection.cursor() as cursor:
        for table in metadata.sorted_tables:
            cursor.execute(str(CreateTable(table, if_not_exists=True).compile(dialect=dialect)))
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                cursor.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=dialect)))
        cursor.execute(_QUEUE)


def migrate() -> None:
    """Bring the whole database up to date; a second time changes nothing."""
    make_tables()
    call_command("migrate", verbosity=0, interactive=False)
