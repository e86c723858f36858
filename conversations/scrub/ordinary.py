"""Words that are no names: those of families' questions, of our content, and of places and peoples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
PEOPLE = _HERE / "people.txt"


def is_ordinary(word: str) -> bool:
    """Whether ``word``, in small letters, is a word of the language or of medicine."""
    return word in _ordinary()


@cache
def people() -> frozenset[str]:
    """Given names of many peoples, in small letters, none of them an English word; see gather.py."""
    gathered = frozenset(PEOPLE.read_text(encoding="utf-8").split())
    return names()["given"] | gathered - names()["medicines"] - names()["no_names"]


@cache
def names() -> dict[str, frozenset[str]]:
    """``given``: names that are nothing else; the other kinds are words too, and names only in some places."""
    data = yaml.safe_load((_HERE / "names.yml").read_text(encoding="utf-8"))
    return {kind: frozenset(str(data[kind]).split()) for kind in data}


@cache
def _ordinary() -> frozenset[str]:
    words = (_HERE / "ordinary.txt").read_text(encoding="utf-8").split()
    return frozenset(words) - names()["given"]
