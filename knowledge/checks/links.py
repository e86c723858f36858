"""Every link leads to a topic that exists, and the menu shows each topic once."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.lines import line_of

_ASPECTS = (
    "meaning signs tests treatment causes outlook relapse side_effects late_effects trials "
    "followup where stage risk_group who inherited age why next"
)
ASPECTS = frozenset(_ASPECTS.split())
_MEND = "name a topic's id"
_ASPECTS_MEND = f"use one of {', '.join(sorted(ASPECTS))}"


def check(content: Content) -> Iterator[Finding]:
    """Name dangling links in topics, glossary, menu, follow-ups and sources, and topics the menu forgets or repeats."""
    for topic in content.topics:
        yield from _aspects(content, topic.file, topic.related, "`related` of the topic")
    for term in content.terms:
        if term.topic not in content.ids:
            yield Finding(content.file("glossary"), term.line, f"`{term.term}` leads to unknown `{term.topic}`", _MEND)
    yield from _followups(content)
    yield from _menu(content)
    yield from _superseded(content)


def _aspects(content: Content, file: str, aspects: dict[str, str], where: str) -> Iterator[Finding]:
    for aspect, target in aspects.items():
        if target not in content.ids:
            yield Finding(file, line_of(target), f"`{aspect}` in {where} leads to unknown `{target}`", _MEND)
        if aspect not in ASPECTS:
            yield Finding(file, line_of(aspect), f"unknown key `{aspect}` in {where}", _ASPECTS_MEND)


def _followups(content: Content) -> Iterator[Finding]:
    for subject in content.subjects:
        yield from _aspects(content, content.file("subjects"), subject.topics, f"`{subject.kind}: {subject.value}`")
    file = content.file("followups")
    yield from _aspects(content, file, content.aspect_defaults, "`defaults`")
    known = {id_.partition(".")[0] for id_ in content.ids}
    for group, aspects in content.group_aspects.items():
        yield from _aspects(content, file, aspects, f"`groups: {group}`")
        if group not in known:
            fault = f"no topic's id begins with the group `{group}`"
            yield Finding(file, line_of(group), fault, "name the part of an id before the dot")


def _menu(content: Content) -> Iterator[Finding]:
    file, seen = content.file("groups"), set[str]()
    for id_ in (id_ for group in content.groups for id_ in group.topics):
        if id_ not in content.ids:
            yield Finding(file, line_of(id_), f"the menu shows unknown `{id_}`", _MEND)
        if id_ in seen:
            yield Finding(file, line_of(id_), f"the menu shows `{id_}` twice", "keep it in one group")
        seen.add(id_)
    for missing in sorted(content.ids - seen):
        yield Finding(file, 1, f"the menu does not show `{missing}`", "add it to a group")


def _superseded(content: Content) -> Iterator[Finding]:
    known = {source.id for source in content.sources}
    for source in content.sources:
        if source.superseded_by is not None and source.superseded_by not in known:
            fault = f"`superseded_by` of the source `{source.id}` names unknown `{source.superseded_by}`"
            yield Finding(content.file("sources"), line_of(source.superseded_by), fault, "name a source's id")
