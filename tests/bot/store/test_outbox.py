"""Messages wait in order, survive a restart, and leave nothing behind once they are sent."""

from __future__ import annotations

from bot.face.outgoing import Outgoing, file, message
from bot.store import outbox
from bot.store.database import Database
from bot.store.tables import files
from bot.store.tables import outbox as table

ANNA, BEN = 11, 22


def _texts(database: Database, chat_id: int = ANNA) -> list[object]:
    return [one.outgoing.params["text"] for one in database.now(lambda c: outbox.pending(c, chat_id))]


def test_messages_wait_in_the_order_they_were_put_each_chat_by_itself(database: Database) -> None:
    database.now(lambda c: outbox.add(c, ANNA, [message("one"), message("two")]))
    database.now(lambda c: outbox.add(c, BEN, [message("ben")]))
    database.now(lambda c: outbox.add(c, ANNA, [message("three")]))
    assert _texts(database) == ["one", "two", "three"]
    assert database.now(outbox.depth) == 4


def test_a_message_comes_back_as_it_was_put(database: Database) -> None:
    put = message("<b>ja & nein</b> \U0001f44d", [[{"text": "More", "callback_data": "1"}]], safety=True)
    database.now(lambda c: outbox.add(c, ANNA, [put], received=5.5))
    (found,) = database.now(lambda c: outbox.pending(c, ANNA))
    assert found.outgoing == put
    assert (found.chat_id, found.received) == (ANNA, 5.5)


def test_a_sent_message_leaves_nothing_behind_nor_does_its_file(database: Database) -> None:
    letter = Outgoing("sendDocument", {"document": file("export.json", "export:1")})
    database.now(lambda c: outbox.keep_file(c, "export:1", ANNA, b"{}"))
    database.now(lambda c: outbox.add(c, ANNA, [letter]))
    assert database.now(lambda c: outbox.file(c, "export:1")) == b"{}"
    (found,) = database.now(lambda c: outbox.pending(c, ANNA))
    database.now(lambda c: outbox.sent(c, found))
    for emptied in (table, files):
        assert database.now(lambda c, t=emptied: c.execute(t.select()).all()) == []


def test_what_waits_for_one_chat_can_be_dropped(database: Database) -> None:
    database.now(lambda c: outbox.add(c, ANNA, [message("one")]))
    database.now(lambda c: outbox.add(c, BEN, [message("ben")]))
    database.now(lambda c: outbox.drop(c, ANNA))
    assert (_texts(database), _texts(database, BEN)) == ([], ["ben"])
