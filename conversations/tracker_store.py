"""Rasa's tracker store: what it saves is scrubbed and encrypted, and turns are kept beside it."""

from __future__ import annotations

import itertools
import logging
import os
import time
import warnings
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from sqlalchemy.engine import Connection

from conversations.database import SILENCE_SECONDS, StoreUnavailable, answering, open_engine, writing
from conversations.events import BLANK, events, scrubbed, seal, unseal
from conversations.keeping import Keeper
from conversations.retention import DAY, Purging
from conversations.settings import Settings
from conversations.turns import turns_of
from environment.setting import SettingError

logger = logging.getLogger(__name__)

# Written once: to write them for each message takes as long as to have them carried out.
_OWN = events.c.sender_id == sa.bindparam("sender")
_SINCE = (_OWN, events.c.timestamp >= sa.bindparam("since"))
_START = sa.select(sa.func.max(events.c.timestamp)).where(_OWN, events.c.type_name == SessionStarted.type_name)
_COUNT = sa.select(sa.func.count()).select_from(events).where(*_SINCE)
_READ = sa.select(events.c.data, events.c.timestamp).where(*_SINCE).order_by(events.c.id)
_NEW = events.insert()


class ConversationStore(SQLTrackerStore):
    """Named in ``endpoints.yml``; told where by the environment, as ``conversations.settings`` says.

    It has no event broker: that would be given texts before they are scrubbed.
    """

    def __init__(self, domain: Domain | None = None, event_broker: Any = None, **_: Any) -> None:
        """Open the database and purge what is too old. Raises RasaException, which Rasa shows as one line."""
        # Rasa's warnings quote what was written, such as a line that begins with a slash.
        warnings.filterwarnings("ignore", category=UserWarning, module=r"rasa\.shared\.utils\.io")
        if event_broker is not None:
            raise RasaException("an event broker would get texts that are not scrubbed; take it out of endpoints.yml")
        try:
            self.settings = Settings.from_environment(os.environ)
            self.engine = open_engine(self.settings.database_url, SILENCE_SECONDS)
            self.keeper = Keeper(self.settings, self.engine)
        except (SettingError, StoreUnavailable) as error:
            raise RasaException(str(error)) from error
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        TrackerStore.__init__(self, domain, None)
        purging = Purging(self.engine, self.settings.retention_text_days)
        purging.once()
        purging.start()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep what is new of the conversation: events and turns in one transaction. Raises StoreUnavailable."""
        with answering(), writing(self.engine).begin() as connection:
            known = connection.execute(_COUNT, _session(connection, tracker.sender_id)).scalar_one()
            new = [scrubbed(event.as_dict()) for event in itertools.islice(tracker.events, known, None)]
            fresh = [event for event in new if float(event["timestamp"]) >= self._oldest()]
            if fresh:
                connection.execute(_NEW, [self._row(tracker.sender_id, event) for event in fresh])
            for turn in turns_of(tracker.sender_id, fresh):
                self.keeper.record(turn, connection)

    def _oldest(self) -> float:
        """Nothing older is saved: it was purged since it was read."""
        return time.time() - self.settings.retention_text_days * DAY

    def _row(self, sender: str, event: dict[str, Any]) -> dict[str, Any]:
        return {
            "sender_id": sender,
            "type_name": event["event"],
            "timestamp": event["timestamp"],
            "intent_name": ((event.get("parse_data") or {}).get("intent") or {}).get("name"),
            "action_name": event.get("name"),
            "data": seal(event, self.keeper.keys.box),
        }

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        with answering(), self.engine.connect() as connection:
            wanted = _whole(sender_id) if fetch_events_from_all_sessions else _session(connection, sender_id)
            rows = connection.execute(_READ, wanted).all()
        if not rows or not self.domain:
            return None
        return DialogueStateTracker.from_dict(sender_id, self._opened(rows), self.domain.slots)

    def _opened(self, rows: Iterable[Any]) -> list[dict[str, Any]]:
        """The events; those that no key opens are blank, and counted in the log."""
        found = [(unseal(row.data, self.keeper.keys.box), row.timestamp) for row in rows]
        closed = sum(event is None for event, _ in found)
        if closed:
            logger.error(
                "%d events of a conversation cannot be decrypted: their key is not in CONVERSATIONS_KEY or %s",
                closed,
                self.settings.key_file,
            )
        return [{"event": BLANK, "timestamp": at} if event is None else event for event, at in found]


def _session(connection: Connection, sender: str) -> dict[str, Any]:
    """Where the latest session begins; asked in two steps, so that an index answers both."""
    start = connection.execute(_START, {"sender": sender}).scalar_one()
    return _whole(sender) if start is None else {"sender": sender, "since": start}


def _whole(sender: str) -> dict[str, Any]:
    return {"sender": sender, "since": 0.0}
