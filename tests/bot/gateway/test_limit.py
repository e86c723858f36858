"""How much one chat may ask in a minute, counted by when it was written."""

from __future__ import annotations

from bot.gateway import limit as module
from bot.gateway.limit import Limit
from bot.gateway.pseudonym import pseudonym, webhook_secret

ANNA, BEN = 1, 2


def test_the_limit_is_for_each_chat_and_for_a_minute() -> None:
    limit = Limit(2)
    assert [limit.exceeded(ANNA, second) for second in (0, 1, 2, 61)] == [False, False, True, False]
    assert not limit.exceeded(BEN, 2)


def test_a_queue_after_an_outage_is_no_flood() -> None:
    limit = Limit(2)
    assert not any(limit.exceeded(ANNA, written) for written in range(0, 600, 31))


def test_a_flood_is_told_once_a_minute() -> None:
    limit = Limit(1)
    assert [limit.to_be_told(ANNA, second) for second in (0, 10, 59, 60, 61)] == [True, False, False, True, False]


def test_what_it_remembers_is_bounded() -> None:
    limit = Limit(1)
    for chat in range(module._MOST_CHATS + 5):
        limit.exceeded(chat, 0)
    assert len(limit._written) == module._MOST_CHATS


def test_a_pseudonym_is_the_same_each_time_and_another_with_another_key() -> None:
    assert pseudonym("key", 7) == pseudonym("key", 7)
    assert len({pseudonym("key", 7), pseudonym("key", 8), pseudonym("other", 7)}) == 3
    assert len(pseudonym("key", 7)) == 64


def test_the_secret_of_the_webhook_is_one_telegram_takes_and_no_pseudonym() -> None:
    secret = webhook_secret("key", "1:token")
    assert secret.isalnum()
    assert 1 <= len(secret) <= 256
    assert secret != pseudonym("key", 1)
