"""Writes the report."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from benchmarks import machine
from benchmarks.page import Section
from benchmarks.size import Size

NAME = "performance.md"


def write(sections: Iterable[Section], described: str, size: Size, folder: Path) -> Path:
    """``performance.md`` with its sections, in ``folder``, written whole when all is measured."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [section.markdown() for section in sections]
    head = [
        "# How fast, how large",
        "<!-- Written by `make bench`; do not edit. -->",
        f"Measured by `make bench` in one run, {size.name} size, everything side by side on one machine: {described}",
        f"At the end the load was {machine.load():.1f}. What else the machine does moves every figure; ratios of one "
        "run move least.",
    ]
    target = folder / NAME
    target.write_text("\n\n".join([*head, *parts]) + "\n", encoding="utf-8")
    return target
