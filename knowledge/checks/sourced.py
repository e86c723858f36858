"""No sentence without a source, and no source that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.library import Content


def claims(content: Content) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    """Every sentence a family may read: its file, line, words and sources."""
    for topic in content.topics:
        for sentence in topic.sentences:
            yield topic.file, sentence.line, sentence.text, sentence.sources
    for term in content.terms:
        yield content.file("glossary"), term.line, term.text, term.sources


def check(content: Content) -> Iterator[Finding]:
    """Name every sentence and glossary term without a source, or with an unknown passage."""
    for file, line, text, sources in claims(content):
        if not sources:
            yield Finding(file, line, f"no source for “{text[:40]}”", "name the passages that support it under `from:`")
        for source in sources:
            if source not in content.passages:
                yield Finding(file, line, f"unknown passage `{source}`", f"take an id from {content.file('sources')}")
