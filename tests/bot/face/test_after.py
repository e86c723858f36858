"""What families hear once something was done, or could not be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.face import after
from bot.face.numbers import helplines


def _press(data: Any) -> dict[str, Any]:
    return {"callback_query": {"id": "7", "data": data, "message": {"message_id": 88, "chat": {"type": "private"}}}}


@pytest.mark.parametrize("data", ["r|staging.ms", "x|yes", "from another time", None])
def test_every_press_is_answered(data: Any) -> None:
    answer = after.acknowledge(_press(data))
    assert answer
    assert answer.method == "answerCallbackQuery"
    assert answer.params == {"callback_query_id": "7"}


@pytest.mark.parametrize("update", [{}, {"message": {}}, {"callback_query": None}, {"callback_query": {"data": "r|x"}}])
def test_what_is_no_press_is_not_answered(update: dict[str, Any]) -> None:
    assert after.acknowledge(update) is None


def test_after_erasing_the_question_loses_its_buttons_and_the_receipt_is_given() -> None:
    edit, receipt = after.deleted("4f2a-91c0", "88")
    assert (edit.method, edit.params["message_id"]) == ("editMessageReplyMarkup", 88)
    assert edit.params["reply_markup"] == {"inline_keyboard": []}
    assert "<code>4f2a-91c0</code>" in str(receipt.params["text"])
    assert "Telegram keeps its own copy" in str(receipt.params["text"])


def test_after_erasing_by_a_message_not_known_the_receipt_is_given() -> None:
    (receipt,) = after.deleted("4f2a-91c0")
    assert receipt.method == "sendMessage"


@pytest.mark.parametrize("code", helplines().countries)
def test_a_country_that_was_chosen_is_named_with_its_number(code: str) -> None:
    (call,) = after.country(code)
    there = helplines().for_country(code)
    assert there.name in str(call.params["text"])
    assert there.emergency in str(call.params["text"])


def test_an_export_is_a_file_with_a_name_people_can_read() -> None:
    (call,) = after.exported("exports/1")
    assert call.method == "sendDocument"
    assert call.params["document"] == {"file": "our-talk.json", "bytes_key": "exports/1"}


@pytest.mark.parametrize("said", [after.unavailable, after.too_fast])
def test_when_no_answer_comes_the_number_does_and_it_must_arrive(said: Any) -> None:
    for code, number in ((None, "112 or 911"), ("AU", "000")):
        (call,) = said(code)
        assert number in call.params["text"]
        assert call.safety


def test_stopping_says_that_nothing_was_erased() -> None:
    assert "/delete" in str(after.stopped()[0].params["text"])


def test_all_of_it_can_wait_in_an_outbox() -> None:
    calls = [
        *after.stopped(),
        *after.unavailable(),
        *after.deleted("x", "8"),
        *after.exported("k"),
        *after.country("ES"),
    ]
    assert json.loads(json.dumps([call.params for call in calls])) == [call.params for call in calls]
