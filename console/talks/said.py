"""What a topic said at a version: its sentences and their sources."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from console.models.kept import Version
from knowledge.library import Library

PARTS = {"say": "Short answer", "more": "Longer answer", "differences": "Where sources differ"}


@dataclass(frozen=True)
class Said:
    """A topic at a version. ``current`` says that families are told the same today; ``sources`` are documents."""

    topic: str
    version: str
    title: str
    current: bool
    sources: tuple[str, ...]


@cache
def library() -> Library:
    """The content as it is now, read once."""
    return Library.load()


def documents(passages: Iterable[str]) -> tuple[str, ...]:
    """The documents of passages as families see them, each once: ``National Cancer Institute (2025)``."""
    sources = library().sources
    found = [sources[name] for name in dict.fromkeys(p.partition("#")[0] for p in passages) if name in sources]
    return tuple(f"{source.publisher} ({source.date})" for source in found)


def content_of(version: Version | None) -> dict[str, Any]:
    """What is kept of a version; empty when nothing is."""
    try:
        content = json.loads(version.content) if version else {}
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def said(topic: str, version: str, kept: Version | None) -> Said:
    """A topic at a version, from what was kept of it, else from the content of today."""
    now = library().topics.get(topic)
    content = content_of(kept)
    sentences = [sentence for part in PARTS for sentence in content.get(part, []) if isinstance(sentence, dict)]
    passages = [passage for sentence in sentences for passage in sentence.get("sources", [])]
    if not passages and now:
        passages = [passage for sentence in now.sentences for passage in sentence.sources]
    title = str(content.get("title") or (now.title if now else topic))
    return Said(topic, version, title, bool(now and now.version == version), documents(passages))
