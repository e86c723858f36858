"""A setting that is missing or malformed is one line with its name and its mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from environment.checks import database, number, optional, secret, whole
from environment.setting import Setting, SettingError, values

PORT = Setting("PORT", "8080", "Where it listens.", whole(1, 65535))
TOKEN = Setting("TOKEN", None, "Write to @BotFather to get one.", str)


def test_what_is_not_given_or_blank_is_the_default() -> None:
    assert PORT.value({}) == PORT.value({"PORT": "  "}) == 8080
    assert values([PORT, TOKEN], {"PORT": " 9 ", "TOKEN": "t"}) == {"port": 9, "token": "t"}


def test_what_must_be_set_says_where_to_get_it() -> None:
    with pytest.raises(SettingError, match=r"^TOKEN is not set\. Write to @BotFather to get one\.$"):
        TOKEN.value({"TOKEN": " "})


@pytest.mark.parametrize("given", ["0", "65536", "80.5", "-1", "many", "²"])
def test_what_is_malformed_is_named_with_its_mend(given: str) -> None:
    with pytest.raises(SettingError, match=r"^PORT must be a whole number from 1 to 65535$"):
        PORT.value({"PORT": given})


@pytest.mark.parametrize(
    ("check", "good", "value", "bad"),
    [
        (number(0.1, 60), "5", 5.0, "0"),
        (number(0.1, 60), "0.5", 0.5, "nan"),
        (secret(), "x" * 16, "x" * 16, "x" * 15),
        (secret(32), "x" * 32, "x" * 32, "x" * 31),
        (database, "sqlite:///a.db", "sqlite:///a.db", "sqlite://"),
        (database, "postgres://u:p@h/n", "postgresql+pg8000://u:p@h/n", "postgres://h"),
        (optional(whole(1, 9), None), "", None, "10"),
    ],
)
def test_a_check_gives_the_value_or_says_how_to_write_it(
    check: Callable[[str], Any], good: str, value: Any, bad: str
) -> None:
    assert check(good) == value
    with pytest.raises(ValueError, match=r"must be|is shorter|is no database"):
        check(bad)
