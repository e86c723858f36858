"""The fields a queue can be narrowed by, and how each is read."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

MOST = 200  # characters a value may have


class NotUnderstood(ValueError):
    """A value that means nothing here; the message is one line."""


def _text(value: str) -> str:
    return value


def _share(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        raise NotUnderstood("is no number from 0 to 1")
    return number


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise NotUnderstood("is no date such as 2026-11-30") from None


def _person(value: str) -> str:
    if value not in ("me", "nobody") and not (value.isdecimal() and len(value) < 10):
        raise NotUnderstood("is nobody here")
    return value


def _one_of(*words: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in words:
            raise NotUnderstood(f"must be one of {', '.join(words)}")
        return value

    return read


# A field's name, as it stands in the address, and how its value is read.
FIELDS: dict[str, Callable[[str], Any]] = {
    "state": _one_of("open", "reviewed", "all"),
    "level": _one_of("0", "1", "2", "3", "4", "9"),
    "outcome": _text,
    "topic": _text,
    "intent": _text,
    "channel": _text,
    "language": _text,
    "feedback": _text,
    "tag": _text,
    "verdict": _text,
    "safety": _text,
    "least": _share,
    "most": _share,
    "since": _day,
    "until": _day,
    "assigned": _person,
    "reviewer": _person,
    "second": _one_of("wanted", "agreed", "disagreed", "resolved"),
    "flagged": _one_of("yes"),
    "words": _text,
    "order": _one_of("safety", "newest"),
}
EXCLUDABLE = ("outcome", "topic", "intent", "channel", "language", "feedback", "tag", "verdict", "words")


def read(name: str, given: str) -> Any:
    """A field's value. Raises NotUnderstood."""
    value = given.replace("\x00", "").strip()
    if len(value) > MOST:
        raise NotUnderstood(f"has more than {MOST} characters")
    return FIELDS[name](value)
