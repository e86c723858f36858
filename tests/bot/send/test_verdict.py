"""What each error means: what is tried again, what is not, and who is left alone."""

from __future__ import annotations

import httpx
import pytest
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.send.verdict import Fate, judge


def _caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


READ_TIMEOUT = _caused(TimedOut(), httpx.ReadTimeout("slow"))
NOT_SENT = [
    _caused(TimedOut(), httpx.ConnectTimeout("no")),
    _caused(TimedOut(), httpx.PoolTimeout("full")),
    _caused(TimedOut(), httpx.WriteTimeout("half")),
    _caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused")),
    NetworkError("Bad Gateway"),
    NetworkError("Internal Server Error"),
    Conflict("another one"),
    InvalidToken("for now"),
]


@pytest.mark.parametrize("error", NOT_SENT, ids=lambda error: repr(error.__cause__ or error))
@pytest.mark.parametrize("safety", [False, True])
def test_what_did_not_arrive_is_tried_again(error: TelegramError, safety: bool) -> None:
    assert judge(error, 0, safety=safety).fate is Fate.AGAIN


def test_what_may_have_arrived_is_not_repeated() -> None:
    assert judge(READ_TIMEOUT, 0, safety=False).fate is Fate.PERHAPS


def test_what_is_for_safety_is_repeated_all_the_same() -> None:
    assert judge(READ_TIMEOUT, 0, safety=True).fate is Fate.AGAIN


def test_telegram_says_how_long_to_wait() -> None:
    verdict = judge(RetryAfter(7), 0, safety=False)
    assert (verdict.fate, round(verdict.wait, 1)) == (Fate.AGAIN, 7.1)


def test_waits_grow_to_half_a_minute_and_end_at_last() -> None:
    waits = [judge(NetworkError("x"), attempt, safety=False).wait for attempt in (0, 1, 2, 20)]
    assert waits == [0.25, 0.5, 1.0, 30.0]
    assert judge(NetworkError("x"), 100, safety=False).fate is Fate.REFUSED


@pytest.mark.parametrize("error", [Forbidden("bot was blocked by the user"), BadRequest("Chat not found")])
def test_who_shut_us_out_is_left_alone(error: TelegramError) -> None:
    assert judge(error, 0, safety=True).fate is Fate.GONE


def test_markup_telegram_cannot_read_is_left_out() -> None:
    assert judge(BadRequest("Can't parse entities: unclosed"), 0, safety=False).fate is Fate.PLAIN


def test_any_other_refusal_is_final() -> None:
    assert judge(BadRequest("Message is not modified"), 0, safety=False).fate is Fate.REFUSED
