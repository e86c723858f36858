"""Who sent an update, whatever its kind and however odd its fields."""

from __future__ import annotations

from typing import Any

import pytest

from bot.gateway import sender
from bot.gateway.sender import Sender

PERSON = {"id": 9, "language_code": "de"}
MESSAGE = {"chat": {"id": 7}, "from": PERSON, "date": 100}


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"message": MESSAGE}, Sender(7, "message", "de", 100.0)),
        ({"edited_message": MESSAGE}, Sender(7, "edited_message", "de", 100.0)),
        ({"callback_query": {"from": PERSON, "message": MESSAGE}}, Sender(7, "callback_query", "de", None)),
        ({"callback_query": {"from": PERSON, "inline_message_id": "1"}}, Sender(9, "callback_query", "de", None)),
        ({"my_chat_member": MESSAGE}, Sender(7, "my_chat_member", "de", 100.0)),
        ({"channel_post": {"chat": {"id": -5}, "date": 1}}, Sender(-5, "channel_post", None, 1.0)),
        ({"something_new": {"chat": {"id": 7}}}, Sender(7, "other", None, None)),
        ({"poll": {"id": "1"}}, Sender(0, "other", None, None)),
        ({}, Sender(0, "other", None, None)),
        ({"message": None}, Sender(0, "message", None, None)),
        ({"message": {"chat": [], "from": "x", "date": "y"}}, Sender(0, "message", None, None)),
        ({"message": {"chat": {"id": "7"}, "from": {"language_code": 5}}}, Sender(0, "message", None, None)),
    ],
)
def test_it_is_read_from_every_kind(update: dict[str, Any], expected: Sender) -> None:
    assert sender.of({"update_id": 1, **update}) == expected
