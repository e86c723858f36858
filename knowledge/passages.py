"""Find the passages of the source documents, so that every sentence can point to one.

A passage is a stretch of a document named in ``sources.yml`` by how its first line
begins. Links, emphasis and white space are taken out first: a passage has changed
only when its words have.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*_]{1,3}")
_SPACE = re.compile(r"\s+")


class PassageMissing(ValueError):
    """A passage's beginning stands nowhere in its document."""


def plain_lines(document: str) -> list[str]:
    """The document's lines as a reader sees them: no links, images or emphasis."""
    text = _IMAGE.sub("", document.lstrip("\ufeff"))
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", text))
    return [_SPACE.sub(" ", line).strip() for line in text.splitlines()]


def split(document: str, begins: Mapping[str, str]) -> dict[str, str]:
    """Cut a document into passages, in the order of ``begins`` (passage id to first words).

    Each beginning is looked for after the one before it; a passage ends where the
    next begins. Raises PassageMissing, naming the id, when a beginning is not found.
    """
    lines, starts, at = plain_lines(document), {}, 0
    for name, words in begins.items():
        at = next((i for i in range(at, len(lines)) if lines[i].startswith(words)), -1)
        if at < 0:
            raise PassageMissing(name)
        starts[name] = at
        at += 1
    ends = [*list(starts.values())[1:], len(lines)]
    return {
        name: " ".join(line for line in lines[start:end] if line)
        for (name, start), end in zip(starts.items(), ends, strict=True)
    }


def digest(passage: str) -> str:
    """SHA-256 of a passage, letters folded to one case, as 64 hexadecimal digits."""
    return hashlib.sha256(_SPACE.sub(" ", passage).strip().casefold().encode()).hexdigest()
