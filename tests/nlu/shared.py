"""What the tests of ``nlu`` share: the content, its wording, and the questions."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from sklearn.exceptions import ConvergenceWarning

from nlu.domain import ROOT
from nlu.wording.vocabulary import domain_words
from nlu.wording.wording import Wording
from tests.support.content import library


@cache
def wording() -> Wording:
    """The wording a model of this content uses."""
    return Wording(domain_words(library()))


@contextmanager
def few_rounds() -> Iterator[None]:
    """Let a regression stop early: a few rounds are enough, and meant to be few."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


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
    for block in yaml.load(text, yaml.CSafeLoader)["nlu"]:
        for example in block["examples"].splitlines():
            at = rows.index(example.strip(), at) + 1
            yield Line(example.removeprefix("- "), block["intent"], f"{path.relative_to(ROOT)}:{at}")
