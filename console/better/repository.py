"""The checkout that patches are made for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from django.conf import settings

HERE = Path(__file__).parents[2]


def root() -> Path:
    """Its folder."""
    given: str = settings.ENVIRONMENT.console_repository
    return Path(given) if given else HERE


def text(path: str) -> str:
    """What a file holds now; empty when there is none."""
    file = root() / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""


@cache
def _intent_files(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((folder / "nlu" / "questions").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            found.setdefault(str(block.get("intent", "")), path.relative_to(folder).as_posix())
    return {intent: path for intent, path in found.items() if intent}


def intents() -> dict[str, str]:
    """Every intent the assistant learns, and the file with its questions."""
    return _intent_files(root())
