"""The assistant's own sentences, from ``wording.yml``, varied so that it never sounds stuck."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dialogue.memory import Memory


@cache
def _texts() -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text(encoding="utf-8"))
    return texts


def text(path: str, **values: str) -> str:
    """The text at ``path`` (``answer.ask``) with its places filled. Raises KeyError for an unknown path."""
    return str(_at(path)).format(**values)


def vary(path: str, memory: Memory, **values: str) -> str:
    """The first of the texts at ``path`` that was not said lately; the oldest when all were."""
    options = [str(option).format(**values) for option in _at(path)]
    lately = "\n".join(memory.said)
    return next((option for option in options if option not in lately), options[0])


def kinds(path: str) -> tuple[str, ...]:
    """The names at ``path``."""
    return tuple(_at(path))


def _at(path: str) -> Any:
    found: Any = _texts()
    for name in path.split("."):
        found = found[name]
    return found
