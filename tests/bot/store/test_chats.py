"""What is known of a chat: kept, changed, given out whole, and erased whole."""

from __future__ import annotations

from sqlalchemy import select

from bot.face.outgoing import message
from bot.store import chats, inbox, outbox
from bot.store.chats import Chat
from bot.store.database import Database
from bot.store.tables import metadata, receipts

ANNA, BEN = 11, 22
THUMB = {"verdict": "up", "topic": "staging.ms", "version": "v1", "message_id": "5"}


def _find(database: Database, chat_id: int = ANNA) -> Chat:
    return database.now(lambda c: chats.find(c, chat_id))


def test_a_chat_never_seen_has_nothing(database: Database) -> None:
    assert _find(database) == Chat()


def test_one_thing_changed_leaves_the_others(database: Database) -> None:
    database.now(lambda c: chats.note(c, ANNA, 1, language="de"))
    database.now(lambda c: chats.note(c, ANNA, 2, country="AT"))
    database.now(lambda c: chats.note(c, ANNA, 3, blocked=True))
    assert _find(database) == Chat("de", "AT", blocked=True)
    assert _find(database, BEN) == Chat()


def test_the_last_thumb_on_a_message_counts(database: Database) -> None:
    database.now(lambda c: chats.rate(c, ANNA, THUMB, 1))
    database.now(lambda c: chats.rate(c, ANNA, {**THUMB, "verdict": "down"}, 2))
    (thumb,) = database.now(lambda c: chats.everything(c, ANNA))["feedback"]
    assert (thumb["verdict"], thumb["topic"], thumb["version"]) == ("down", "staging.ms", "v1")


def _fill(database: Database, chat_id: int, update_id: int) -> None:
    body = {"update_id": update_id, "message": {"text": "words"}}
    database.now(lambda c: inbox.keep(c, body, chat_id, 1))
    database.now(lambda c: chats.note(c, chat_id, 1, language="en", country="GB"))
    database.now(lambda c: chats.rate(c, chat_id, THUMB, 1))
    database.now(lambda c: outbox.add(c, chat_id, [message("answer")]))
    database.now(lambda c: outbox.keep_file(c, f"file:{chat_id}", chat_id, b"bytes"))


def _rows_of(database: Database, chat_id: int) -> int:
    tables = [table for table in metadata.sorted_tables if "chat_id" in table.c]
    counts = [
        database.now(lambda c, t=table: len(c.execute(select(t).where(t.c.chat_id == chat_id)).all()))
        for table in tables
    ]
    return sum(counts)


def test_after_erasing_no_table_knows_the_chat_and_others_are_untouched(database: Database) -> None:
    _fill(database, ANNA, 1)
    _fill(database, BEN, 2)
    before = _rows_of(database, BEN)
    database.now(lambda c: chats.erase(c, ANNA, 1, "R-1", 99))
    assert _rows_of(database, ANNA) == 0
    assert _rows_of(database, BEN) == before == 5
    assert database.now(lambda c: c.execute(receipts.select()).all()) == [("R-1", 99)]


def test_what_the_family_writes_after_asking_to_erase_is_still_answered(database: Database) -> None:
    _fill(database, ANNA, 1)
    database.now(lambda c: inbox.keep(c, {"update_id": 3}, ANNA, 1))
    database.now(lambda c: chats.erase(c, ANNA, 1, "R-1", 99))
    assert [one.update_id for one in database.now(lambda c: inbox.waiting(c, ANNA))] == [3]


def test_a_silent_chat_is_forgotten_with_its_feedback(database: Database) -> None:
    database.now(lambda c: chats.note(c, ANNA, 10, country="GB"))
    database.now(lambda c: chats.rate(c, ANNA, THUMB, 10))
    database.now(lambda c: chats.note(c, BEN, 30, country="GB"))
    database.now(lambda c: chats.forget_silent(c, 20))
    assert database.now(lambda c: chats.everything(c, ANNA)) == {"chat": {}, "feedback": []}
    assert _find(database, BEN).country == "GB"
