"""All content in one place: read once, looked up by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from knowledge import shape
from knowledge.finding import ContentError, Finding
from knowledge.lines import load
from knowledge.model import Group, Passage, Rule, Source, Subject, Term, Topic, id_of

HERE = Path(__file__).parent
T = TypeVar("T")


@dataclass
class Content:
    """Everything that was read, faults included: what the checks look at.

    ``ids`` are those the topic files ask for by their place, readable or not. ``partial``
    says that one of the files all topics rest on has faults, so links cannot be judged.
    """

    folder: str
    topics: list[Topic] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    terms: list[Term] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    aspect_defaults: dict[str, str] = field(default_factory=dict)
    group_aspects: dict[str, dict[str, str]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    partial: bool = False

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Every passage of every source by its full id, ``nci-pdq#stage-ms``."""
        return {p.id: p for source in self.sources for p in source.passages.values()}

    def file(self, name: str) -> str:
        """How findings call the file ``name``, such as ``glossary``: ``knowledge/glossary.yml``."""
        return f"{self.folder}/{name}.yml"


def _read_topics(root: Path, content: Content) -> None:
    for path in sorted((root / "topics").rglob("*.y*ml")):
        name = path.relative_to(root.parent).as_posix()
        found: list[Finding] = []
        if len(path.relative_to(root).parts) != 3 or path.suffix != ".yml":
            content.findings.append(Finding(name, 1, "no topic is read from here", "make it topics/<group>/<name>.yml"))
            continue
        content.ids.add(id_of(name))
        try:
            topic = shape.topic(load(path, name), name, found)
        except ContentError as error:
            found = error.findings
        content.topics += [] if found else [topic]
        content.findings += found


def _read_file(root: Path, content: Content, name: str, read_all: Callable[..., T], nothing: T) -> T:
    file = content.file(name)
    try:
        return read_all(load(root / f"{name}.yml", file), file, content.findings)
    except ContentError as error:
        content.findings += error.findings
        return nothing


def _read_list(root: Path, content: Content, name: str, read_one: Callable[..., T]) -> list[T]:
    return _read_file(root, content, name, partial(shape.each, read_one), [])


def _read_followups(root: Path, content: Content) -> shape.Followups:
    nothing: shape.Followups = ({}, {})
    return _read_file(root, content, "followups", shape.followups, nothing)


def read(root: Path = HERE) -> Content:
    """Read the content under ``root``; faults are collected, not raised."""
    root = root.resolve()
    content = Content(root.name)
    content.terms = _read_list(root, content, "glossary", shape.term)
    content.groups = _read_list(root, content, "groups", shape.group)
    content.rules = _read_list(root, content, "banned", shape.rule)
    content.phrases = _read_list(root, content, "copied_allowed", shape.phrase)
    content.sources = _read_file(root, content, "sources", shape.sources, [])
    content.subjects = _read_file(root, content, "subjects", shape.subjects, [])
    content.aspect_defaults, content.group_aspects = _read_followups(root, content)
    content.partial = bool(content.findings)
    _read_topics(root, content)
    return content


class Library:
    """The content as the assistant uses it. Raises ContentError when a file cannot be read."""

    def __init__(self, content: Content) -> None:
        """Index ``content`` by id."""
        if content.findings:
            raise ContentError(content.findings)
        self.topics = {topic.id: topic for topic in content.topics}
        self.terms = {term.term: term for term in content.terms}
        self.groups = {group.id: group for group in content.groups}
        self.sources = {source.id: source for source in content.sources}
        self.subjects = {subject.id: subject for subject in content.subjects}
        self.aspect_defaults = content.aspect_defaults
        self.group_aspects = content.group_aspects
        self.passages = content.passages

    @classmethod
    def load(cls, root: Path = HERE) -> Library:
        """Read the content that ships with the assistant, or that under ``root``.

        Raises ContentError, naming file and line, when any of it cannot be read.
        """
        return cls(read(root))

    def source_of(self, passage: str) -> Source:
        """The document a passage id belongs to. Raises KeyError for an unknown id."""
        return self.sources[passage.partition("#")[0]]
