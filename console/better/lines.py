"""Every line there is already, to learn from or to be measured by, and those too near to a new one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from console.better.repository import root
from evaluation.overlap import Index, near


def _questions(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "nlu" / "questions").rglob("*.yml")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip().startswith("- ") and not line.startswith("- "):
                yield line.strip()[2:]


def _held_out(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "evaluation" / "heldout").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield from json.loads(line)["turns"][:1]
    for path in sorted((folder / "evaluation" / "heldout" / "safety").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def _safety(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "safety").glob("must*/*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def _stamp(folder: Path) -> float:
    """Changes whenever a file of lines does."""
    places = [folder / "nlu" / "questions", folder / "evaluation" / "heldout", folder / "safety"]
    return sum(path.stat().st_mtime for place in places for path in place.rglob("*") if path.suffix in _KINDS)


_KINDS = (".yml", ".jsonl", ".txt")


@lru_cache(maxsize=2)
def _indexes(folder: Path, _stamp: float) -> tuple[Index, Index]:
    learned = filter(None, (line.strip() for line in (*_questions(folder), *_safety(folder))))
    return Index(learned), Index(filter(None, (line.strip() for line in _held_out(folder))))


def learned(text: str) -> list[str]:
    """Lines the assistant learns from in the words of ``text``, or nearly."""
    return near(text, _indexes(root(), _stamp(root()))[0])


def held_out(text: str) -> bool:
    """Whether a held-out question has the words of ``text``, or nearly; which one is not for the eyes of a writer."""
    return bool(near(text, _indexes(root(), _stamp(root()))[1]))
