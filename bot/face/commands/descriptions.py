"""How Telegram's menu and the assistant's page describe it, language by language, from ``descriptions.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).parent / "descriptions.yml"
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def described_languages() -> tuple[str, ...]:
    """The codes for which Telegram is given words of their own; ``en`` is for all others too."""
    return tuple(_data()["about"])


def described(language: str) -> dict[str, str]:
    """Each command and what it does, in the order of the menu. KeyError for a language not described."""
    return {name: words[language] for name, words in _data()["commands"].items()}


def for_menu(language: str) -> list[dict[str, str]]:
    """The same as ``set_my_commands`` takes it."""
    return [{"command": name, "description": what} for name, what in described(language).items()]


def about(language: str) -> dict[str, str]:
    """``description`` (shown before the first message) and ``short_description`` (shown when shared)."""
    return dict(_data()["about"][language])
