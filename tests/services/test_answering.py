"""Families are answered through nginx, by all servers there are, and by those that are left."""

from __future__ import annotations

from tests.services.books import QUESTIONS, answered, ask, balanced, took_part
from tests.support.services import Topology
from tests.support.telegram_server import TelegramServer

FIRST_CHAT = 7000000100


def test_every_family_is_answered_in_order_and_every_server_works(telegram: TelegramServer, house: Topology) -> None:
    since, chats = len(balanced(house)), range(FIRST_CHAT, FIRST_CHAT + 6)
    ask(telegram, chats)
    assert [answered(telegram, chat) for chat in chats] == [list(QUESTIONS)] * len(chats)
    assert took_part(house, "rasa", since) == {"rasa-1", "rasa-2"}
    assert took_part(house, "actions", since) == {"actions-1", "actions-2"}


def test_with_one_rasa_and_one_action_server_gone_all_is_answered(telegram: TelegramServer, house: Topology) -> None:
    since, chats = len(balanced(house)), range(FIRST_CHAT + 50, FIRST_CHAT + 53)
    gone = [house["rasa-1"], house["actions-2"]]
    for service in gone:
        service.kill()
    try:
        ask(telegram, chats)
    finally:
        for service in gone:
            service.start(wait=False)
    assert [answered(telegram, chat) for chat in chats] == [list(QUESTIONS)] * len(chats)
    assert took_part(house, "rasa", since) == {"rasa-2"}
