"""The shapes of content: topics, glossary terms, sources and their passages."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

_GROUPLESS = "care"


def id_of(file: str) -> str:
    """The id a topic file must hold, from its path (``care/`` holds the ids without a group)."""
    path = PurePath(file)
    return path.stem if path.parent.name == _GROUPLESS else f"{path.parent.name}.{path.stem}"


@dataclass(frozen=True)
class Sentence:
    """One sentence a family may read, and the ids of the passages it rests on."""

    text: str
    sources: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True)
class Review:
    """When a topic was written, which clinician read it, and when to look again."""

    written: datetime.date
    clinician: str | None
    due: datetime.date


@dataclass(frozen=True)
class Topic:
    """What may be said on one subject. ``related`` maps a follow-up to the topic that answers it."""

    id: str
    title: str
    question: str
    say: tuple[Sentence, ...]
    more: tuple[Sentence, ...]
    differences: tuple[Sentence, ...]
    ask: tuple[str, ...]
    related: dict[str, str]
    review: Review
    file: str

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sourced sentence: the short answer, the longer one, the differences."""
        yield from (*self.say, *self.more, *self.differences)

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits that change when anything a family reads changes."""
        parts = [[(s.text, s.sources) for s in part] for part in (self.say, self.more, self.differences)]
        said = [self.title, self.question, parts, self.ask, list(self.related.items())]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Term:
    """A word families meet, explained in one sentence; ``topic`` is where it matters most."""

    term: str
    also: tuple[str, ...]
    text: str
    sources: tuple[str, ...]
    topic: str
    line: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling the term goes by."""
        return (self.term, *self.also)


@dataclass(frozen=True)
class Passage:
    """A stretch of a source document; ``sha256`` tells whether its words have changed."""

    id: str
    heading: str
    begins: str
    sha256: str
    line: int = 1


@dataclass(frozen=True)
class Source:
    """A published document: who, what, where, when, and its passages by id."""

    id: str
    publisher: str
    title: str
    address: str
    date: str
    reviewed: datetime.date | None
    rights: str
    file: str
    superseded_by: str | None
    passages: dict[str, Passage]


@dataclass(frozen=True)
class Group:
    """A part of the topic menu."""

    id: str
    title: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """What a message can be about (``stage`` ``MS``), its words, and its topics by aspect."""

    kind: str
    value: str
    words: tuple[str, ...]
    topics: dict[str, str]

    @property
    def id(self) -> str:
        """The subject as one word for a slot, ``stage:MS``."""
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True)
class Rule:
    """A wording no family may be told, and what to write instead."""

    pattern: re.Pattern[str]
    mend: str
