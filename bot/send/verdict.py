"""What an error of the Bot API means for the message that met it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import httpx
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut

_MOST_WAIT = 30.0
_MOST_ATTEMPTS = 100
_NOT_SENT = (httpx.ConnectTimeout, httpx.PoolTimeout, httpx.WriteTimeout)
_NOBODY_THERE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was kicked")


class Fate(Enum):
    """What becomes of the message."""

    AGAIN = "again"
    PLAIN = "plain"  # again, without its markup
    PERHAPS = "perhaps"  # it may have arrived, so it is not repeated
    REFUSED = "refused"
    GONE = "gone"  # the chat shut us out


@dataclass(frozen=True)
class Verdict:
    """``wait`` is in seconds, for AGAIN; ``reason`` names the error for the metrics."""

    fate: Fate
    reason: str
    wait: float = 0.0


def judge(error: TelegramError, attempt: int, *, safety: bool) -> Verdict:
    """The verdict on attempt number ``attempt``, from 0. What is for safety is repeated even if it may have arrived."""
    reason = type(error).__name__
    if isinstance(error, RetryAfter):
        return Verdict(Fate.AGAIN, reason, _seconds(error))
    if isinstance(error, Forbidden) or any(sign in error.message.lower() for sign in _NOBODY_THERE):
        return Verdict(Fate.GONE, reason)
    if isinstance(error, BadRequest):
        return Verdict(Fate.PLAIN if "parse entities" in error.message else Fate.REFUSED, reason)
    if isinstance(error, TimedOut) and not safety and not isinstance(error.__cause__, _NOT_SENT):
        return Verdict(Fate.PERHAPS, "ReadTimeout")
    if attempt >= _MOST_ATTEMPTS:
        return Verdict(Fate.REFUSED, "TooOften")
    return Verdict(Fate.AGAIN, reason, min(_MOST_WAIT, 0.25 * 2**attempt))


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return (after if isinstance(after, int) else after.total_seconds()) + 0.1
