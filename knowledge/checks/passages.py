"""A passage must read today as it did when our sentences were written from it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.documents import Documents
from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.passages import digest


def check(content: Content, documents: Documents) -> Iterator[Finding]:
    """Compare each passage's hash with the document, and name the topics that rest on a changed one."""
    for id_, words in documents.passages.items():
        passage = content.passages[id_]
        if digest(words) == passage.sha256:
            continue
        users = sorted({t.id for t in content.topics for s in t.sentences if id_ in s.sources})
        fault = f"the passage {id_} has changed in its document (used by: {', '.join(users) or 'no topic'})"
        mend = f"read those topics again, then set sha256 to {digest(words)}"
        yield Finding(content.file("sources"), passage.line, fault, mend)
