"""Text is kept for a number of days; labels and counts stay."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Engine

from conversations.database import GONE, empty_log, reason, writing
from conversations.events import events
from conversations.tables import turns, words

logger = logging.getLogger(__name__)

DAY = 86400.0
_EVERY_SECONDS = 3600.0
_AT_ONCE = 1000


def purge(engine: Engine, days: int, now: float) -> dict[str, int]:
    """Remove texts, words and events older than ``days``; how many of each.

    In portions, so that nobody who writes has to wait for all of it.
    """
    before = now - days * DAY
    gone = {"words": 0, "texts": 0, "events": 0}
    while any((portion := _purge_some(engine, before)).values()):
        gone = {name: gone[name] + portion[name] for name in gone}
    empty_log(engine)
    return gone


def _purge_some(engine: Engine, before: float) -> dict[str, int]:
    old = select(turns.c.id).where(turns.c.at < before, turns.c.body.is_not(None)).order_by(turns.c.at)
    past = select(events.c.id).where(events.c.timestamp < before).order_by(events.c.timestamp).limit(_AT_ONCE)
    with writing(engine).begin() as connection:
        found = connection.execute(old.limit(_AT_ONCE)).scalars().all()
        steps: dict[str, Any] = {
            "words": delete(words).where(words.c.turn.in_(found)),
            "texts": update(turns).where(turns.c.id.in_(found)).values(body=None),
            "events": delete(events).where(events.c.id.in_(past)),
        }
        return {name: int(connection.execute(step).rowcount) for name, step in steps.items()}


class Purging(threading.Thread):
    """Purges every hour, as long as the process lives."""

    def __init__(self, engine: Engine, days: int) -> None:
        """Not started yet."""
        super().__init__(name="purging", daemon=True)
        self._engine, self._days = engine, days

    def run(self) -> None:
        """Once an hour; the first time is an hour from now."""
        while True:
            time.sleep(_EVERY_SECONDS)
            self.once()

    def once(self) -> None:
        """Purge; when the database is busy, the next hour will do."""
        try:
            gone = purge(self._engine, self._days, time.time())
            if any(gone.values()):
                logger.info("texts older than %d days are gone: %s", self._days, gone)
        except GONE as error:
            logger.warning("old texts are purged an hour later: %s", reason(error))
