"""Text is kept for a number of days; labels and counts stay."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from conversations.database import empty_log, reason, writing
from conversations.events import events
from conversations.tables import turns, words

logger = logging.getLogger(__name__)

DAY = 86400.0
_EVERY_SECONDS = 3600.0


def purge(engine: Engine, days: int, now: float) -> dict[str, int]:
    """Remove texts, words and events older than ``days``; how many of each."""
    before = now - days * DAY
    old = select(turns.c.id).where(turns.c.at < before, turns.c.body.is_not(None))
    steps: dict[str, Any] = {
        "words": delete(words).where(words.c.turn.in_(old)),
        "texts": update(turns).where(turns.c.at < before, turns.c.body.is_not(None)).values(body=None),
        "events": delete(events).where(events.c.timestamp < before),
    }
    with writing(engine).begin() as connection:
        gone = {name: int(connection.execute(step).rowcount) for name, step in steps.items()}
    empty_log(engine)
    return gone


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
        except DBAPIError as error:
            logger.warning("old texts are purged an hour later: %s", reason(error))
