"""What settings are made of: each takes the text and gives the value, or raises ValueError with the mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
E = TypeVar("E")
SECRET_LENGTH = 16


def database(value: str) -> str:
    """The address of a database as SQLAlchemy takes it."""
    if not re.match(r"(sqlite:///.|postgres(ql)?(\+\w+)?://[^/]+/.)", value):
        raise ValueError("is no database; write sqlite:///file.db or postgresql://user:password@host/name")
    return re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+pg8000://", value)


def secret(least: int = SECRET_LENGTH) -> Callable[[str], str]:
    """A secret of ``least`` characters or more."""

    def read(value: str) -> str:
        if len(value) < least:
            raise ValueError(f"is shorter than {least} characters; make one with `openssl rand -hex 32`")
        return value

    return read


def number(least: float, most: float) -> Callable[[str], float]:
    """A number from ``least`` to ``most``."""

    def read(value: str) -> float:
        try:
            found = float(value)
        except ValueError:
            found = least - 1
        if not least <= found <= most:
            raise ValueError(f"must be a number from {least:g} to {most:g}")
        return found

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number from ``least`` to ``most``."""

    def read(value: str) -> int:
        if not (value.isdecimal() and least <= int(value) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(value)

    return read


def optional(check: Callable[[str], T], empty: E) -> Callable[[str], T | E]:
    """``check``, but for nothing given, which is ``empty``."""

    def read(value: str) -> T | E:
        return check(value) if value else empty

    return read
