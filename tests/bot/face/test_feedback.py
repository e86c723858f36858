"""Thumbs: what was pressed is seen, and can be changed."""

from __future__ import annotations

from typing import Any

from bot.face import after
from bot.face.incoming import Act
from bot.face.kinds import decide
from bot.face.render import render


def _keyboard() -> list[list[dict[str, Any]]]:
    record = {"outcome": "answered", "topic": "staging.ms", "version": "0a1b2c3d4e5f"}
    buttons = [{"title": "What is MYCN?", "payload": "/tests.mycn"}]
    (call,) = render([{"text": "One.", "buttons": buttons, "metadata": record}])
    markup: Any = call.params["reply_markup"]
    found: list[list[dict[str, Any]]] = markup["inline_keyboard"]
    return found


def _press(keyboard: list[list[dict[str, Any]]], thumb: int) -> dict[str, Any]:
    data = keyboard[-1][thumb]["callback_data"]
    message = {"message_id": 88, "chat": {"type": "private"}, "reply_markup": {"inline_keyboard": keyboard}}
    return {"callback_query": {"id": "7", "data": data, "message": message}}


def _after(update: dict[str, Any]) -> list[list[dict[str, Any]]]:
    (edit,) = after.feedback(update)
    assert edit.method == "editMessageReplyMarkup"
    assert edit.params["message_id"] == 88
    markup: Any = edit.params["reply_markup"]
    found: list[list[dict[str, Any]]] = markup["inline_keyboard"]
    return found


def _thumbs(keyboard: list[list[dict[str, Any]]]) -> list[str]:
    return [each["text"] for each in keyboard[-1]]


def test_the_thumb_that_was_pressed_is_marked_and_the_other_buttons_stay() -> None:
    before = _keyboard()
    changed = _after(_press(before, 0))
    assert _thumbs(changed) == ["👍 ✓", "👎"]
    assert changed[:-1] == before[:-1]


def test_pressing_the_other_thumb_changes_the_verdict() -> None:
    up = _after(_press(_keyboard(), 0))
    update = _press(up, 1)
    assert _thumbs(_after(update)) == ["👍", "👎 ✓"]
    decision = decide(update, None)
    assert isinstance(decision, Act)
    assert decision.args == {"verdict": "down", "topic": "staging.ms", "version": "0a1b2c3d4e5f", "message_id": "88"}


def test_pressing_the_same_thumb_again_changes_nothing() -> None:
    assert after.feedback(_press(_after(_press(_keyboard(), 0)), 0)) == ()


def test_a_message_telegram_no_longer_shows_is_not_edited() -> None:
    update = _press(_keyboard(), 0)
    del update["callback_query"]["message"]["reply_markup"]
    assert after.feedback(update) == ()


def test_a_thumb_is_thanked_for() -> None:
    answer = after.acknowledge(_press(_keyboard(), 0))
    assert answer
    assert answer.params == {"callback_query_id": "7", "text": "Thank you. You can change it."}
