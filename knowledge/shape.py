"""Turn raw YAML into the shapes of ``model``; every fault goes to ``findings``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from knowledge.fields import FORM, Fields
from knowledge.finding import ContentError, Finding
from knowledge.lines import line_of
from knowledge.model import Group, Passage, Review, Rule, Sentence, Source, Subject, Term, Topic

T = TypeVar("T")
Followups = tuple[dict[str, str], dict[str, dict[str, str]]]


def _sentences(fields: Fields, name: str, default: Any = ...) -> tuple[Sentence, ...]:
    found = []
    for item in fields.take(name, list, default):
        inner = Fields(item, fields.file, fields.findings, f"a sentence of `{name}`")
        found.append(Sentence(inner.take("text", str), inner.texts("from", []), line_of(item)))
        inner.done()
    return tuple(found)


def _review(fields: Fields) -> Review:
    inner = fields.inner("review")
    read = Review(inner.take("written", date), inner.take("clinician", str, None), inner.take("due", date))
    inner.done()
    return read


def topic(raw: Any, file: str, findings: list[Finding]) -> Topic:
    """A topic from its file."""
    fields = Fields(raw, file, findings, "the topic")
    read = Topic(
        id=fields.take("id", str),
        title=fields.take("title", str),
        question=fields.take("question", str),
        say=_sentences(fields, "say"),
        more=_sentences(fields, "more", []),
        differences=_sentences(fields, "differences", []),
        ask=fields.texts("ask"),
        related=fields.links("related", {}),
        review=_review(fields),
        file=file,
    )
    fields.done()
    return read


def term(raw: Any, file: str, findings: list[Finding]) -> Term:
    """A glossary term."""
    fields = Fields(raw, file, findings, "the term")
    read = Term(
        term=fields.take("term", str),
        also=fields.texts("also", []),
        text=fields.take("text", str),
        sources=fields.texts("from", []),
        topic=fields.take("topic", str),
        line=fields.line,
    )
    fields.done()
    return read


def group(raw: Any, file: str, findings: list[Finding]) -> Group:
    """A part of the topic menu."""
    fields = Fields(raw, file, findings, "the group")
    read = Group(fields.take("id", str), fields.take("title", str), fields.texts("topics"))
    fields.done()
    return read


def subject(kind: str, value: str, raw: Any, file: str, findings: list[Finding]) -> Subject:
    """One subject of ``subjects.yml``: its words, and a topic for each aspect (all other fields)."""
    fields = Fields(raw, file, findings, f"the subject `{kind}: {value}`")
    words = fields.texts("words")
    aspects = [name for name in dict.fromkeys(("meaning", *fields.names)) if name != "words"]
    return Subject(kind, value, words, {aspect: fields.take(aspect, str) for aspect in aspects})


def subjects(raw: Any, file: str, findings: list[Finding]) -> list[Subject]:
    """Every subject of ``subjects.yml``, kind by kind."""
    fields = Fields(raw, file, findings, "the file")
    kinds = {kind: fields.take(kind, dict) for kind in fields.names}
    return [
        subject(str(kind), str(value), item, file, findings)
        for kind, values in kinds.items()
        for value, item in values.items()
    ]


def followups(raw: Any, file: str, findings: list[Finding]) -> Followups:
    """The topic of each follow-up: for all topics, and by group."""
    fields = Fields(raw, file, findings, "the file")
    defaults, groups = fields.links("defaults"), Fields(fields.take("groups", dict, {}), file, findings, "`groups`")
    fields.done()
    return defaults, {name: groups.links(name) for name in groups.names}


def _passage(id_: str, raw: Any, line: int, file: str, findings: list[Finding]) -> Passage:
    fields = Fields(raw, file, findings, f"the passage `{id_}`")
    fields.line = line
    heading, begins, sha256 = (fields.take(name, str) for name in ("heading", "begins", "sha256"))
    fields.done()
    return Passage(id_, heading, begins, sha256, line)


def source(name: str, raw: Any, file: str, findings: list[Finding]) -> Source:
    """A source document with its passages."""
    fields = Fields(raw, file, findings, f"the source `{name}`")
    passages = fields.take("passages", dict).items()
    plain = {key: fields.take(key, str) for key in ("publisher", "title", "address", "date", "rights", "file")}
    read = Source(
        id=name,
        passages={str(key): _passage(f"{name}#{key}", item, line_of(key), file, findings) for key, item in passages},
        reviewed=fields.take("reviewed", date, None),
        superseded_by=fields.take("superseded_by", str, None),
        **plain,
    )
    fields.done()
    return read


def sources(raw: Any, file: str, findings: list[Finding]) -> list[Source]:
    """Every source of ``sources.yml``."""
    fields = Fields(raw, file, findings, "the file")
    found = fields.take("sources", dict)
    fields.done()
    return [source(str(name), item, file, findings) for name, item in found.items()]


def rule(raw: Any, file: str, findings: list[Finding]) -> Rule:
    """A wording that must not reach a family, and how to mend it."""
    fields = Fields(raw, file, findings, "the rule")
    pattern, mend = fields.take("pattern", str), fields.take("mend", str)
    fields.done()
    try:
        return Rule(re.compile(pattern, re.IGNORECASE), mend)
    except re.error as error:
        fields.fault(f"`pattern` is not a regular expression: {error}", "mend the pattern", line_of(pattern))
        return Rule(re.compile("(?!)"), mend)


def phrase(raw: Any, file: str, findings: list[Finding]) -> str:
    """A phrase that may stand as the sources have it."""
    if not isinstance(raw, str):
        findings.append(Finding(file, line_of(raw), "a phrase that is not text", "put it in quotes"))
    elif not re.search(r"\w", raw):
        findings.append(Finding(file, line_of(raw), "a phrase without words", "write it or remove it"))
    return str(raw)


def each(read_one: Callable[..., T], raw: Any, file: str, findings: list[Finding]) -> list[T]:
    """Read every item of a list with ``read_one``. Raises ContentError when ``raw`` is not a list."""
    if not isinstance(raw, list):
        raise ContentError([Finding(file, line_of(raw), "the file must be a list", FORM)])
    return [read_one(item, file, findings) for item in raw]
