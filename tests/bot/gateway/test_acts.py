"""What families may ask of the gateway itself: their data, its end, their country, a thumb, silence."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

from bot.gateway.pseudonym import pseudonym
from conversations.keys import open_keys
from conversations.settings import Settings
from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer
from tests.support.telegram_server.state import Call

ANNA, BEN = 7000000011, 7000000022


def _press_first(telegram: TelegramServer, call: Call, chat_id: int = ANNA) -> None:
    button = call.params["reply_markup"]["inline_keyboard"][0][0]
    telegram.press(chat_id, button["callback_data"], call.message_id)


def _rows(gateway: GatewayProcess, table: str) -> list[Any]:
    with closing(sqlite3.connect(gateway.folder / "gateway.db")) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def test_a_family_gets_all_that_is_kept_of_it(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    telegram.write(ANNA, "hello", language="de")
    telegram.write(ANNA, "/export", language="de")
    telegram.wait(lambda: bool(telegram.calls("sendDocument")))
    (document,) = telegram.calls("sendDocument")
    name, size = document.files["document"]
    assert name.endswith(".json")
    assert size > 100
    telegram.wait(lambda: not _rows(gateway, "outbox"))
    assert _rows(gateway, "files") == []


def test_erasing_is_asked_once_done_everywhere_and_receipted(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    telegram.write(BEN, "hello")
    telegram.write(ANNA, "/delete")
    (question,) = telegram.wait_for_messages(1, ANNA)
    assert rasa.erased == []
    _press_first(telegram, question)
    telegram.wait_for_messages(2, ANNA)
    assert rasa.erased == [pseudonym("pseudonym-key-for-tests", ANNA)]
    ((receipt, _),) = _rows(gateway, "receipts")
    assert receipt in telegram.texts(ANNA)[1]
    telegram.wait(lambda: not _rows(gateway, "outbox"))
    assert all(ANNA not in row for table in ("chats", "feedback", "inbox") for row in _rows(gateway, table))
    assert any(BEN in row for row in _rows(gateway, "chats"))


def test_erasing_waits_for_a_rasa_that_is_away(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    telegram.write(ANNA, "/delete")
    (question,) = telegram.wait_for_messages(1, ANNA)
    rasa.status = 500
    _press_first(telegram, question)
    telegram.wait_for_messages(2, ANNA)
    assert _rows(gateway, "receipts") == []
    rasa.status = 200
    telegram.wait_for_messages(3, ANNA)
    assert len(_rows(gateway, "receipts")) == 1


def test_a_country_once_told_goes_with_every_question(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    telegram.write(ANNA, "/country germany")
    telegram.wait_for_messages(1)
    telegram.write(ANNA, "hello")
    telegram.wait_for_messages(2)
    assert rasa.asked[-1]["country"] == "DE"


def test_every_press_is_answered(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    telegram.press(ANNA, "something of another time")
    telegram.wait(lambda: bool(telegram.calls("answerCallbackQuery")))
    telegram.wait_for_messages(1)


def test_a_family_that_shut_us_out_is_left_alone_until_it_opens_the_chat_again(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    person = {"id": ANNA, "is_bot": False, "first_name": "Test"}
    change = {
        "chat": {"id": ANNA, "type": "private"},
        "from": person,
        "date": 1,
        "old_chat_member": {"status": "member"},
    }
    telegram.push({"my_chat_member": {**change, "new_chat_member": {"status": "kicked"}}})
    telegram.wait(lambda: (ANNA, 1) in [(row[0], row[3]) for row in _rows(gateway, "chats")])
    telegram.write(ANNA, "hello again")
    telegram.wait_for_messages(1)
    assert (ANNA, 0) in [(row[0], row[3]) for row in _rows(gateway, "chats")]


def test_an_export_is_json_a_person_can_read(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    telegram.fail("sendDocument", status=500, times=1000)
    telegram.write(ANNA, "/export")
    telegram.wait(lambda: bool(_rows(gateway, "files")))
    ((_, _, content),) = _rows(gateway, "files")
    settings = Settings.from_environment({"DATA_FOLDER": str(gateway.folder)})
    kept = json.loads(open_keys(settings).box.decrypt(content))
    assert set(kept) == {"chat", "feedback", "conversation"}
    assert kept["conversation"]["turns"] == [{"family": "hello"}]


def test_learning_is_asked_for_told_and_taken_back(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    name = pseudonym("pseudonym-key-for-tests", ANNA)
    telegram.write(ANNA, "/privacy")
    (asked,) = telegram.wait_for_messages(1, ANNA)
    assert rasa.opinions == []
    _press_first(telegram, asked)
    telegram.wait_for_messages(2, ANNA)
    assert rasa.opinions == [(name, "consent", {"given": True})]
    telegram.write(ANNA, "/privacy")
    again = telegram.wait_for_messages(3, ANNA)[-1]
    assert "You have said yes" in telegram.texts(ANNA)[2]
    _press_first(telegram, again)
    telegram.wait_for_messages(4, ANNA)
    assert rasa.opinions[-1] == (name, "consent", {"given": False})
    telegram.write(ANNA, "/privacy")
    telegram.wait_for_messages(5, ANNA)
    assert "You have not said yes" in telegram.texts(ANNA)[4]


def test_a_yes_counts_only_once_it_is_kept_where_it_matters(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    telegram.write(ANNA, "/privacy")
    (asked,) = telegram.wait_for_messages(1, ANNA)
    rasa.status = 500
    _press_first(telegram, asked)
    telegram.wait_for_messages(2, ANNA)
    assert "Thank you" not in telegram.texts(ANNA)[1]
    rasa.status = 200
    telegram.wait_for_messages(3, ANNA)
    assert rasa.opinions[-1][1:] == ("consent", {"given": True})
    assert "Thank you" in telegram.texts(ANNA)[2]


def test_a_thumb_is_handed_on(telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess) -> None:
    telegram.write(ANNA, "hello")
    (call,) = telegram.wait_for_messages(1, ANNA)
    telegram.press(ANNA, "d|staging.ms|0123456789ab", call.message_id)
    telegram.wait(lambda: bool(rasa.opinions))
    body = {"topic": "staging.ms", "version": "0123456789ab", "verdict": "down"}
    assert rasa.opinions == [(pseudonym("pseudonym-key-for-tests", ANNA), "feedback", body)]
    telegram.wait(lambda: bool(_rows(gateway, "feedback")[0][-1]))


def test_a_thumb_given_while_rasa_is_away_is_handed_on_after_a_restart_and_nobody_hears_of_it(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    telegram.write(ANNA, "hello")
    (call,) = telegram.wait_for_messages(1, ANNA)
    rasa.status = 500
    telegram.press(ANNA, "u|staging.ms|0123456789ab", call.message_id)
    telegram.wait(lambda: bool(_rows(gateway, "feedback")))
    telegram.wait(lambda: "thumbs wait for Rasa" in gateway.said())
    assert len(telegram.texts(ANNA)) == 1
    rasa.status = 200
    gateway.terminate()
    gateway.start()
    telegram.wait(lambda: bool(rasa.opinions))


def test_no_word_that_waits_stands_on_the_disk_in_plain(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.status = 500
    telegram.write(ANNA, "my zyxwombat hurts")
    telegram.wait_for_messages(1, ANNA)
    assert b"zyxwombat" not in b"".join(path.read_bytes() for path in gateway.folder.rglob("*") if path.is_file())
    rasa.status = 200
    telegram.wait_for_messages(2, ANNA)
    assert "zyxwombat" in telegram.texts(ANNA)[1]
