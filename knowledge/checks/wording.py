"""No promise, no dose, no order: words that must never reach a family."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.lines import line_of


def _texts(content: Content) -> Iterator[tuple[str, int, str]]:
    for topic in content.topics:
        for sentence in topic.sentences:
            yield topic.file, sentence.line, sentence.text
        for text in (topic.title, topic.question, *topic.ask):
            yield topic.file, line_of(text), text
    for term in content.terms:
        yield content.file("glossary"), term.line, term.text
    for group in content.groups:
        yield content.file("groups"), line_of(group.title), group.title


def check(content: Content) -> Iterator[Finding]:
    """Name every text that holds a pattern of ``banned.yml``, with that pattern's mend."""
    for file, line, text in _texts(content):
        for rule in content.rules:
            if found := rule.pattern.search(text):
                yield Finding(file, line, f"banned wording “{found.group()}”", rule.mend)
