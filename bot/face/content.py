"""The content the face looks things up in: topics and sources, and the intents the assistant knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from knowledge.library import Library

DOMAIN = Path(__file__).parents[2] / "domain.yml"


@cache
def library() -> Library:
    """The content as it ships. ContentError names file and line of what cannot be read."""
    return Library.load()


@cache
def intents() -> frozenset[str]:
    """Every intent of the assistant; a button for any other is out of date."""
    return frozenset(yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["intents"])
