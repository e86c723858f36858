"""Brings a database to the version this code was written for."""

from __future__ import annotations

import logging

from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

from migrations.alone import alone
from migrations.history import ROOT, History

logger = logging.getLogger(__name__)
_LOCK_PATIENCE = "10s"


def bring_up(engine: Engine, history: History) -> str | None:
    """Make every version that is missing, all or none; the version there was when something was made, "" for none.

    A database from before versions is taken over with all that it holds. None when nothing was to be done, which
    costs a look. Raises Busy, and SQLAlchemy's DBAPIError when the database does not take it.
    """
    if engine.dialect.name == "postgresql":  # SQLite's file may be in the making, when even a look is refused
        with engine.connect() as connection:
            if not history.is_due(connection):
                return None
    patient = _patient(engine)
    with alone(patient), patient.begin() as connection:
        if not history.is_due(connection):  # somebody else has been here while we waited
            return None
        before = history.version_of(connection) or ""
        _upgrade(connection, history)
    logger.info("%s: from version %s to %s", history.table, before or "none", history.versions[-1])
    return before


def _patient(engine: Engine) -> Engine:
    """One that waits for a new index as long as that takes, though ``engine`` takes a long silence for an end."""
    on_server = engine.dialect.name == "postgresql"
    return create_engine(engine.url, hide_parameters=True, poolclass=NullPool) if on_server else engine


def _upgrade(connection: Connection, history: History, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    if connection.dialect.name == "postgresql":  # else all who come later wait behind us for what we wait for
        connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_PATIENCE}'"))
    config = Config(attributes={"connection": connection, "table": history.table})
    config.set_main_option("script_location", str(ROOT).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(history.folder).replace("%", "%%"))
    command.upgrade(config, to)
