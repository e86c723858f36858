"""Updates are kept once, in order within a chat, and only their numbers outlive the answer."""

from __future__ import annotations

from bot.face.outgoing import message
from bot.store import inbox, outbox
from bot.store.database import Database
from bot.store.tables import inbox as table

ANNA, BEN = 11, 22


def _keep(database: Database, update_id: int, chat_id: int = ANNA, now: float = 100.0) -> bool:
    body = {"update_id": update_id, "message": {"text": f"text {update_id}"}}
    return database.now(lambda c: inbox.keep(c, body, chat_id, now))


def _waiting(database: Database, chat_id: int = ANNA, most: int = 9, after: int = -1) -> list[int]:
    return [one.update_id for one in database.now(lambda c: inbox.waiting(c, chat_id, after, most))]


def test_an_update_that_comes_twice_is_kept_once(database: Database) -> None:
    assert _keep(database, 7)
    assert not _keep(database, 7)
    assert _waiting(database) == [7]


def test_an_update_already_answered_is_known_again(database: Database) -> None:
    _keep(database, 7)
    database.now(lambda c: inbox.done(c, 7))
    assert not _keep(database, 7)
    assert _waiting(database) == []


def test_updates_of_a_chat_come_out_in_order_and_apart_from_others(database: Database) -> None:
    for update_id, chat_id in ((9, ANNA), (7, ANNA), (8, BEN)):
        _keep(database, update_id, chat_id)
    assert _waiting(database) == [7, 9]
    assert _waiting(database, BEN) == [8]
    assert _waiting(database, most=1) == [7]
    assert _waiting(database, after=7) == [9]


def test_what_was_kept_comes_back_whole(database: Database) -> None:
    _keep(database, 7, now=123.5)
    database.now(lambda c: inbox.tried(c, 7))
    database.now(lambda c: inbox.told(c, 7))
    (row,) = database.now(lambda c: inbox.waiting(c, ANNA))
    assert row.body == {"update_id": 7, "message": {"text": "text 7"}}
    assert (row.received, row.attempts, row.told) == (123.5, 1, True)


def test_nothing_but_the_number_outlives_the_answer(database: Database) -> None:
    _keep(database, 7)
    database.now(lambda c: inbox.done(c, 7))
    row = database.now(lambda c: c.execute(table.select()).first())
    assert row is not None
    assert (row.update_id, row.body, row.chat_id) == (7, None, None)


def test_chats_with_an_update_or_a_message_waiting_have_work(database: Database) -> None:
    _keep(database, 7)
    database.now(lambda c: outbox.add(c, BEN, [message("hello")]))
    assert database.now(inbox.chats_with_work) == [ANNA, BEN]
    assert database.now(inbox.depth) == 1
    database.now(lambda c: inbox.done(c, 7))
    assert database.now(inbox.chats_with_work) == [BEN]


def test_the_update_that_waits_longest_is_told(database: Database) -> None:
    assert database.now(inbox.oldest) is None
    for number in (1, 2, 3):
        database.now(lambda c, n=number: inbox.keep(c, {"update_id": n}, 5, 10.0 * n))  # type: ignore[misc]
    database.now(lambda c: inbox.done(c, 1))
    assert database.now(inbox.oldest) == 20.0


def test_old_numbers_are_forgotten_but_never_an_update_that_waits(database: Database) -> None:
    _keep(database, 7, now=0)
    _keep(database, 8, now=0)
    database.now(lambda c: inbox.done(c, 7))
    database.now(lambda c: inbox.forget_old(c, inbox.REMEMBERED_SECONDS + 1))
    assert _waiting(database) == [8]
    assert _keep(database, 7)
