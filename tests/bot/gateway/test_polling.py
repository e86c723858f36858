"""The gateway by long polling, as a family meets it."""

from __future__ import annotations

from bot.face.commands.descriptions import described_languages
from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

ANNA, BEN = 7000000011, 7000000022


def test_a_question_is_answered_and_confirmed(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    update_id = telegram.write(ANNA, "what is stage MS", language="de")
    (answer,) = telegram.wait_for_messages(1, ANNA)
    assert answer.text == "You said: what is stage MS"
    assert answer.params["parse_mode"] == "HTML"
    telegram.wait(lambda: telegram.state.offset == update_id + 1)
    (asked,) = rasa.asked
    assert (asked["update_id"], asked["language"], asked["country"]) == (update_id, "de", None)
    assert str(ANNA) not in asked["sender"]
    assert len(asked["sender"]) == 64


def test_the_family_sees_that_something_is_coming_when_it_takes_a_while(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.delay = 1.0
    telegram.write(ANNA, "hello")
    telegram.wait_for_messages(1, ANNA)
    (typing,) = telegram.calls("sendChatAction")
    assert typing.params == {"chat_id": ANNA, "action": "typing"}
    assert typing.at < telegram.sent(ANNA)[0].at


def test_an_update_delivered_twice_is_answered_once(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    message = {"message_id": 5, "date": 1, "chat": {"id": ANNA, "type": "private"}, "text": "once"}
    telegram.push({"update_id": 2000, "message": message})
    telegram.push({"update_id": 2000, "message": message})
    telegram.write(BEN, "after")
    telegram.push({"update_id": 2001, "message": {**message, "text": "twice"}})
    telegram.wait(lambda: "You said: twice" in telegram.texts(ANNA))
    assert telegram.texts(ANNA) == ["You said: once", "You said: twice"]


def test_a_burst_of_one_chat_keeps_its_order(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    for number in range(15):
        telegram.write(ANNA, f"number {number}")
    telegram.wait_for_messages(15, ANNA)
    assert telegram.texts(ANNA) == [f"You said: number {number}" for number in range(15)]


def test_one_chat_that_is_slow_holds_up_nobody_else(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.slow["slow"] = 3.0
    telegram.write(ANNA, "slow")
    telegram.write(BEN, "quick")
    telegram.wait_for_messages(1, BEN, seconds=2.5)
    assert telegram.texts(ANNA) == []
    telegram.wait_for_messages(1, ANNA)


def test_a_flood_gets_one_kind_reply_and_the_rest_of_the_minute_silence(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    for number in range(30):
        telegram.write(ANNA, f"flood {number}")
    telegram.write(BEN, "me too")
    telegram.wait_for_messages(1, BEN)
    telegram.wait_for_messages(21, ANNA)
    telegram.write(ANNA, "/help")
    telegram.wait_for_messages(22, ANNA)
    assert len([one for one in rasa.asked if one["text"].startswith("flood")]) == 20
    assert not telegram.texts(ANNA)[20].startswith("You said")


def test_an_album_of_photos_gets_one_line(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    for number in range(3):
        message = {"message_id": number, "date": 1, "chat": {"id": ANNA, "type": "private"}, "photo": photo}
        telegram.push({"message": {**message, "media_group_id": "77"}})
    telegram.write(ANNA, "hello")
    telegram.wait(lambda: "You said: hello" in telegram.texts(ANNA))
    assert len(telegram.texts(ANNA)) == 2


def test_the_menu_is_set_once_and_not_again_at_the_next_start(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    languages = len(list(described_languages()))
    telegram.wait(lambda: len(telegram.calls("setMyShortDescription")) == languages)
    assert {"command", "description"} == set(telegram.calls("setMyCommands")[0].params["commands"][0])
    gateway.terminate()
    gateway.start()
    telegram.wait(lambda: len(telegram.calls("getMyShortDescription")) == 2 * languages)
    assert len(telegram.calls("setMyCommands")) == languages
