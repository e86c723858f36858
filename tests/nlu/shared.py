"""What the tests of ``nlu`` share: the content, and the wording of the content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from knowledge.library import Library
from nlu.domain import ROOT
from nlu.wording.vocabulary import domain_words
from nlu.wording.wording import Wording


@cache
def library() -> Library:
    """The content that ships."""
    return Library.load()


@cache
def wording() -> Wording:
    """The wording a model of this content uses."""
    return Wording(domain_words(library()))


class Line(NamedTuple):
    """A training question, and the file and line it stands on."""

    text: str
    intent: str
    place: str


@cache
def training_lines(folder: str = "questions") -> tuple[Line, ...]:
    """Every training question under ``nlu/<folder>``."""
    return tuple(line for path in sorted((ROOT / "nlu" / folder).rglob("*.yml")) for line in _lines(path))


def _lines(path: Path) -> Iterator[Line]:
    text, at = path.read_text(encoding="utf-8"), 0
    rows = [row.strip() for row in text.splitlines()]
    for block in yaml.safe_load(text)["nlu"]:
        for example in block["examples"].splitlines():
            at = rows.index(example.strip(), at) + 1
            yield Line(example.removeprefix("- "), block["intent"], f"{path.relative_to(ROOT)}:{at}")
