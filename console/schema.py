"""The tables in place: those of kept talk, then the console's own."""

from __future__ import annotations

from django.core.management import call_command

from console import kept
from conversations import database
from conversations.database import StoreUnavailable, open_engine
from migrations.alone import Busy, alone


def make_tables() -> None:
    """Bring the tables of kept talk up to date. Raises conversations' StoreUnavailable."""
    engine = open_engine(kept.settings().database_url)
    try:
        database.make_tables(engine)
    finally:
        engine.dispose()


def migrate() -> None:
    """Bring the whole database up to date, alone; a second time changes nothing. Raises StoreUnavailable."""
    make_tables()
    engine = open_engine(kept.settings().database_url)
    try:
        with alone(engine):
            call_command("migrate", verbosity=0, interactive=False)
    except Busy as error:
        raise StoreUnavailable(str(error)) from error
    finally:
        engine.dispose()
