"""Ids must be the ones of their files, and each must be used once."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.lines import line_of
from knowledge.model import id_of


def check(content: Content) -> Iterator[Finding]:
    """Name topics whose id is not their file's, and topics, groups and glossary names given twice."""
    yield from _topics(content)
    yield from _groups(content)
    yield from _glossary(content)


def _topics(content: Content) -> Iterator[Finding]:
    rightful = {id_of(topic.file): topic.file for topic in content.topics if topic.id == id_of(topic.file)}
    for topic in content.topics:
        line, asked = line_of(topic.id), id_of(topic.file)
        if rightful.get(topic.id, topic.file) != topic.file:
            fault = f"the id `{topic.id}` is already that of {rightful[topic.id]}"
            yield Finding(topic.file, line, fault, f"the file's place asks for `{asked}`")
        elif topic.id != asked:
            yield Finding(topic.file, line, f"unknown id `{topic.id}`", f"the file's place asks for `{asked}`")


def _groups(content: Content) -> Iterator[Finding]:
    seen: set[str] = set()
    for group in content.groups:
        if group.id in seen:
            fault = f"the group `{group.id}` is given twice"
            yield Finding(content.file("groups"), line_of(group.id), fault, "give it an id of its own")
        seen.add(group.id)


def _glossary(content: Content) -> Iterator[Finding]:
    seen: set[str] = set()
    for term in content.terms:
        for name in term.names:
            if name.casefold() in seen:
                fault = f"`{name}` is explained twice"
                yield Finding(content.file("glossary"), line_of(name), fault, "keep it under one term")
            seen.add(name.casefold())
