"""Our own words: no run of eight words may be a source's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.documents import Documents
from knowledge.checks.sourced import claims
from knowledge.finding import Finding
from knowledge.library import Content

RUN = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case, without punctuation."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def runs(text: str) -> Iterator[str]:
    """Every run of eight words in ``text``."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        yield " ".join(found[start : start + RUN])


def _without(text: str, allowed: list[str]) -> str:
    plain = " ".join(words(text))
    for phrase in sorted((" ".join(words(phrase)) for phrase in allowed), key=len, reverse=True):
        plain = re.sub(rf"\b{re.escape(phrase)}\b", "~", plain)
    return plain.replace("~", " allowedname ")


def check(content: Content, documents: Documents) -> Iterator[Finding]:
    """Name sentences that share a run of eight words with a source, allowed phrases taken out."""
    theirs = {run for document in documents.texts.values() for run in runs(document)}
    for file, line, text, _ in claims(content):
        for run in runs(_without(text, content.phrases)):
            if run in theirs:
                yield Finding(file, line, f"copied from a source: “{run}”", "say it in our own words")
                break
