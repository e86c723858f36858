"""Keeps one turn: text scrubbed and encrypted, its words hashed, its labels in the open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import String, bindparam, func, select
from sqlalchemy.engine import Connection, Engine

from conversations.body import Body
from conversations.database import insert, make_tables, open_engine, writing
from conversations.keys import open_keys
from conversations.scrub import scrub
from conversations.search import words_of
from conversations.settings import Settings
from conversations.tables import conversations, turns, versions, words
from conversations.urgency import urgency
from conversations.version import content_of


@dataclass(frozen=True)
class Turn:
    """One message of a family with what was answered. ``at`` is in Unix seconds, ``seconds`` what the answer took.

    ``safety`` and ``rule`` are the category that fired and the rule, empty when it was learned.
    """

    conversation: str
    at: float
    channel: str
    body: Body
    outcome: str
    intent: str | None = None
    confidence: float | None = None
    topic: str | None = None
    version: str | None = None
    safety: str | None = None
    rule: str | None = None
    seconds: float | None = None
    language: str | None = None
    country: str | None = None
    update_id: int | None = None


_COLUMNS = (
    *("conversation", "at", "channel", "language", "intent", "confidence", "outcome", "topic", "version"),
    *("safety", "rule", "seconds", "update_id"),
)

# Written once: to write them for each turn takes as long as to have them carried out.
_WHICH = conversations.c.id == bindparam("which")
_AGAIN = (
    conversations.update()
    .where(_WHICH)
    .values(
        last=bindparam("at"),
        turns=conversations.c.turns + 1,
        language=func.coalesce(bindparam("spoken", type_=String), conversations.c.language),
        country=func.coalesce(bindparam("where", type_=String), conversations.c.country),
    )
)
_TURNS = select(conversations.c.turns).where(_WHICH)
_KNOWN = select(versions.c.topic).where(versions.c.version == bindparam("version"))
_TURN, _WORDS = turns.insert(), words.insert()


class Keeper:
    """Writes turns. One a process; it may be used by several threads."""

    def __init__(self, settings: Settings, engine: Engine | None = None) -> None:
        """Open the database, or use ``engine``, its tables up to date. Raises StoreUnavailable and SettingError."""
        self.keys = open_keys(settings)
        self.engine = open_engine(settings.database_url) if engine is None else engine
        make_tables(self.engine)

    def record(self, turn: Turn, connection: Connection | None = None) -> int:
        """Keep a turn, in the transaction of ``connection`` where there is one; its id."""
        if connection is not None:
            return self._record(turn, connection)
        with writing(self.engine).begin() as own:
            return self._record(turn, own)

    def _record(self, turn: Turn, connection: Connection) -> int:
        body = scrubbed(turn.body)
        row = {name: getattr(turn, name) for name in _COLUMNS}
        row |= {"number": _counted(connection, turn), "body": body.seal(self.keys.box)}
        row["urgency"] = urgency(turn.outcome, turn.safety, turn.confidence, None)
        made: int = connection.execute(_TURN, row).inserted_primary_key[0]
        found = [{"word": word, "turn": made} for word in sorted(words_of(body.said, self.keys.search))]
        if found:
            connection.execute(_WORDS, found)
        _keep_version(connection, turn)
        return made


def scrubbed(body: Body) -> Body:
    """The body without personal data in what came from the family."""
    said = scrub(body.said)
    if said == body.said:
        return body
    return replace(body, said=said, phrase=body.phrase and scrub(body.phrase))


def _counted(connection: Connection, turn: Turn) -> int:
    """Note the conversation; the number of this turn in it, from 1."""
    row = {"id": turn.conversation, "channel": turn.channel, "started": turn.at, "last": turn.at, "turns": 1}
    known = {"language": turn.language, "country": turn.country}
    again = {"which": turn.conversation, "at": turn.at, "spoken": turn.language, "where": turn.country}
    if not connection.execute(_AGAIN, again).rowcount:
        first = insert(connection, conversations).values(**row, **known).on_conflict_do_nothing()
        if not connection.execute(first).rowcount:  # another process was quicker
            connection.execute(_AGAIN, again)
    return int(connection.execute(_TURNS, {"which": turn.conversation}).scalar_one())


def _keep_version(connection: Connection, turn: Turn) -> None:
    if not (turn.topic and turn.version):
        return
    if connection.execute(_KNOWN, {"version": turn.version}).first():
        return
    content = content_of(turn.topic, turn.version)
    row = {"version": turn.version, "topic": turn.topic, "content": content, "first_said": turn.at}
    connection.execute(insert(connection, versions).values(**row).on_conflict_do_nothing())
