"""The way out, against a server with bad days."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.face.outgoing import Outgoing, file, message
from bot.gateway import telegram_bot
from bot.metrics import Metrics
from bot.store import chats, outbox
from bot.store.database import Database
from tests.bot.send.conftest import ANNA, Send
from tests.support.telegram_server import TelegramServer


def test_messages_go_out_in_order_with_all_they_carry(telegram: TelegramServer, send: Send) -> None:
    send(message("<b>one</b> &amp; more", [[{"text": "More", "callback_data": "1"}]]), message("two"))
    first, second = telegram.sent(ANNA)
    assert (first.text, second.text) == ("<b>one</b> &amp; more", "two")
    assert first.params["reply_markup"] == {"inline_keyboard": [[{"text": "More", "callback_data": "1"}]]}
    assert first.params["link_preview_options"] == {"is_disabled": True}


def test_a_limit_is_waited_for_and_the_message_sent_once(telegram: TelegramServer, send: Send) -> None:
    telegram.fail("sendMessage", status=429, retry_after=1)
    began = time.monotonic()
    send(message("one"), message("two"))
    assert telegram.texts(ANNA) == ["one", "two"]
    assert telegram.sent(ANNA)[0].at - began >= 1.0


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 502}, {"drop": "before"}])
def test_a_fault_before_the_message_is_taken_costs_nothing(
    telegram: TelegramServer, send: Send, fault: dict[str, object]
) -> None:
    telegram.fail("sendMessage", times=2, **fault)
    send(message("one"), message("two"))
    assert telegram.texts(ANNA) == ["one", "two"]


def test_an_answer_that_never_comes_is_not_waited_for_twice(
    telegram: TelegramServer, send: Send, metrics: Metrics, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_bot, "_READ_SECONDS", 0.2)
    telegram.fail("sendMessage", delay=1.0)
    send(message("one"), message("two"))
    telegram.wait_for_messages(2)
    assert sorted(telegram.texts(ANNA)) == ["one", "two"]
    assert 'gateway_sends_failed_total{reason="ReadTimeout"} 1.0' in metrics.page().decode()


def test_what_is_for_safety_is_repeated_until_its_arrival_is_known(
    telegram: TelegramServer, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_bot, "_READ_SECONDS", 0.2)
    telegram.fail("sendMessage", delay=1.0)
    send(message("call 112", safety=True))
    telegram.wait_for_messages(2)
    assert telegram.texts(ANNA) == ["call 112", "call 112"]


def test_who_blocked_us_is_marked_and_what_waited_is_dropped(
    telegram: TelegramServer, send: Send, database: Database
) -> None:
    telegram.state.blocked.add(ANNA)
    send(message("one"), message("two"), message("three"))
    assert telegram.sent(ANNA) == []
    assert telegram.state.refused == [("sendMessage", 403)]
    assert database.now(lambda c: chats.find(c, ANNA)).blocked


def test_markup_telegram_cannot_read_still_arrives_as_words(telegram: TelegramServer, send: Send) -> None:
    send(message("<b>one &amp; <i>two</b>"), message("after"))
    assert telegram.texts(ANNA) == ["one & two", "after"]
    assert "parse_mode" not in telegram.sent(ANNA)[0].params


def test_a_message_telegram_refuses_does_not_hold_up_the_next(telegram: TelegramServer, send: Send) -> None:
    send(message(" "), message("after"))
    assert telegram.texts(ANNA) == ["after"]


def test_a_kept_file_is_uploaded_and_then_forgotten(telegram: TelegramServer, send: Send, database: Database) -> None:
    database.now(lambda c: outbox.keep_file(c, "export:1", ANNA, b'{"a": 1}'))
    send(Outgoing("sendDocument", {"document": file("mine.json", "export:1"), "caption": "Here."}))
    (sent,) = telegram.sent(ANNA)
    assert (sent.files, sent.text) == ({"document": ("mine.json", 8)}, "Here.")
    assert database.now(lambda c: outbox.file(c, "export:1")) is None


def test_a_file_that_is_gone_does_not_hold_up_the_next(telegram: TelegramServer, send: Send) -> None:
    send(Outgoing("sendDocument", {"document": file("mine.json", "export:9")}), message("after"))
    assert telegram.texts(ANNA) == ["after"]


def test_a_picture_of_ours_is_uploaded(telegram: TelegramServer, send: Send) -> None:
    from bot.face.pictures.offer import show

    plans = sorted((Path(__file__).parents[3] / "bot/face/pictures/plans").glob("*.yml"))
    offered = show(plans[0].stem)
    assert offered is not None
    send(*offered.messages)
    assert telegram.sent(ANNA)[0].files["photo"][1] > 1000
