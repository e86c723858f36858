"""A setting that is missing or malformed is one line with its name and its mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
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


def test_a_secret_may_come_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("t\n", encoding="utf-8")
    assert TOKEN.value({"TOKEN_FILE": f" {file} ", "TOKEN": " "}) == "t"


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    file = tmp_path / "port"
    file.write_text("\n", encoding="utf-8")
    assert PORT.value({"PORT_FILE": str(file)}) == 8080


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "token"
    if content:
        file.write_bytes(content)
    with pytest.raises(SettingError, match=rf"^TOKEN_FILE names {file}, which cannot be read \(\w+\)$"):
        TOKEN.value({"TOKEN_FILE": str(file)})


def test_two_that_could_differ_are_refused() -> None:
    with pytest.raises(SettingError, match=r"^TOKEN and TOKEN_FILE are both set; take one of them away$"):
        TOKEN.value({"TOKEN": "t", "TOKEN_FILE": "/run/secrets/token"})


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
