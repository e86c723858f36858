"""The plan of a picture: which sentences of which topics it shows, and how they are laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import Library
from knowledge.model import Sentence

PLANS = Path(__file__).parent / "plans"


class PictureError(ValueError):
    """A plan that cannot be drawn; the message is one line that names it, its fault and the mend."""


@dataclass(frozen=True)
class Panel:
    """One part of a picture."""

    head: str
    icon: str
    color: str
    say: tuple[Sentence, ...]
    mark: str = ""

    @property
    def alt(self) -> str:
        """The panel in words: its head, unless the sentences begin with it, and the sentences."""
        words = joined(self.say)
        head = self.head[0].upper() + self.head[1:]
        return words if words.startswith(head) else f"{head}: {words}" if words else f"{head}."


@dataclass(frozen=True)
class Plan:
    """A picture. ``topics`` are the answers that offer it, ``read`` the topic that says more.

    ``groups`` are names with their colors, ``legend`` drawings with what they stand for.
    """

    id: str
    title: str
    offer: str
    topics: tuple[str, ...]
    read: str
    layout: str
    lead: Sentence
    panels: tuple[Panel, ...]
    ending: tuple[Sentence, ...]
    foot: tuple[Sentence, ...]
    groups: tuple[tuple[str, str], ...]
    legend: tuple[tuple[str, str], ...]
    source: str

    @property
    def alt(self) -> str:
        """The picture in words, for those who do not see it: its title and all it says, in its order."""
        parts = [f"{self.title}. {self.lead.text}"]
        parts += [panel.alt for panel in self.panels]
        return "\n".join([*parts, joined([*self.ending, *self.foot]), f"Source: {self.source}"])


@cache
def plans() -> dict[str, Plan]:
    """Every picture that ships, by id, in the order offered. Raises PictureError."""
    library = Library.load()
    return {path.stem: read(path, library) for path in sorted(PLANS.glob("*.yml"))}


def read(path: Path, library: Library) -> Plan:
    """The plan in a file, its sentences looked up. Raises PictureError."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    find = _Finder(path.name, library)
    panels = tuple(
        Panel(p["head"], p["icon"], p["color"], find.all(p["say"]), p.get("mark", "")) for p in raw["panels"]
    )
    lead, ending, foot = find.one(raw["lead"]), find.all(raw.get("ending", [])), find.all(raw["foot"])
    return Plan(
        **{name: raw[name] for name in ("id", "title", "offer", "layout")},
        topics=tuple(find.topic(id_) for id_ in raw["topics"]),
        read=find.topic(raw["read"]),
        lead=lead,
        panels=panels,
        ending=ending,
        foot=foot,
        groups=tuple(raw.get("groups", {}).items()),
        legend=tuple(raw.get("legend", {}).items()),
        source=_sources([lead, *(s for p in panels for s in p.say), *ending, *foot], library),
    )


class _Finder:
    """Looks up what a plan names, and says what is not there."""

    def __init__(self, file: str, library: Library) -> None:
        self._file, self._library = file, library

    def topic(self, id_: str) -> str:
        if id_ not in self._library.topics:
            raise PictureError(f"{self._file}: there is no topic {id_}; name one of knowledge/topics")
        return id_

    def one(self, named: Sequence[str]) -> Sentence:
        id_, begins = named
        found = [s for s in self._library.topics[self.topic(id_)].sentences if s.text.startswith(begins)]
        if not found:
            raise PictureError(f"{self._file}: no sentence of {id_} begins with “{begins}”; write how it begins now")
        return found[0]

    def all(self, named: Sequence[Sequence[str]]) -> tuple[Sentence, ...]:
        return tuple(self.one(one) for one in named)


def joined(sentences: Sequence[Sentence]) -> str:
    """The sentences as running text."""
    return " ".join(sentence.text for sentence in sentences)


def _sources(sentences: Sequence[Sentence], library: Library) -> str:
    return "; ".join(dict.fromkeys(_named(sentences, library)))


def _named(sentences: Sequence[Sentence], library: Library) -> Iterator[str]:
    for sentence in sentences:
        for passage in sentence.sources:
            source = library.source_of(passage)
            yield f"{source.publisher} ({source.date})"
