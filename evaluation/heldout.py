"""Our own held-out questions: written apart from the training questions, and never among them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "heldout"
FILES = ("topics", "others", "conversations")


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one held-out file: ``id``, ``kind``, ``turns`` and ``expected`` topics."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def everything() -> Iterator[dict[str, Any]]:
    """All held-out rows."""
    for name in FILES:
        yield from rows(name)


def safety_lines() -> Iterator[dict[str, Any]]:
    """The held-out lines on safety as rows; ``kind`` is the category, or ``harmless``; ``id`` is file and line."""
    for path in sorted((FOLDER / "safety").glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                yield {"id": f"{path.name}:{number}", "kind": path.stem, "turns": [line.strip()]}
