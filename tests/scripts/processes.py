"""The processes a script started."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def child(parent: int, word: str) -> int:
    """The child process of ``parent`` with ``word`` among its arguments."""
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            mother = int((place / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            if mother == parent and word in (place / "cmdline").read_text(encoding="utf-8").split("\0"):
                return int(place.name)
    raise LookupError(word)
