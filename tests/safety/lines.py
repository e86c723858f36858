"""The lines the screen is held to."""

from __future__ import annotations

from pathlib import Path

from safety.category import Category
from safety.fields import HERE

STRONG = (Category.SELF_HARM, Category.EMERGENCY)
WEAKER = (Category.ASK_DOCTOR, Category.OUTLOOK, Category.DISTRESS)


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def must_hit(category: Category) -> list[str]:
    return lines(HERE / "must_hit" / f"{category.value}.txt")


def learned(category: Category) -> list[str]:
    """Lines too indirect for rules: only the learned reading beside them can catch these."""
    path = HERE / "must_hit" / "learned" / f"{category.value}.txt"
    return lines(path) if path.exists() else []


def must_not_hit(category: Category) -> list[str]:
    return lines(HERE / "must_not_hit" / f"{category.value}.txt")


def questions() -> list[str]:
    """The ordinary questions the assistant is trained on."""
    folder = HERE.parent / "nlu" / "questions"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*.yml"))]
    return [line.strip()[2:] for text in texts for line in text.splitlines() if line.startswith("    - ")]
