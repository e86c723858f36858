"""The gateway's own words, from ``texts.yml``."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def texts() -> dict[str, Any]:
    """All of them, as the file has them."""
    found: dict[str, Any] = yaml.safe_load((HERE / "texts.yml").read_text(encoding="utf-8"))
    return found


def text(path: str, **values: str) -> str:
    """The text at ``path`` (``delete.ask``), its places filled with escaped values. KeyError for an unknown path."""
    return filled(str(_at(path)), **values)


def lines(path: str, **values: str) -> list[str]:
    """The texts of the list at ``path``."""
    return [filled(str(line), **values) for line in _at(path)]


def filled(template: str, **values: str) -> str:
    """The text with its places filled, safe for Telegram's HTML."""
    return template.format(**{name: escape(value) for name, value in values.items()}).strip()


def _at(path: str) -> Any:
    found: Any = texts()
    for name in path.split("."):
        found = found[name]
    return found
