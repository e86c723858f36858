"""What just fits is not a fault: the museum shows that one character, sentence or day more is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.checks import lengths, review
from knowledge.library import Content, read
from knowledge.model import Sentence
from tests.knowledge.tree import Tree


def _sentences(*lengths_: int) -> tuple[Sentence, ...]:
    return tuple(Sentence("x" * length, ("guide#what",)) for length in lengths_)


@pytest.fixture
def content(tree: Tree) -> Content:
    read_ = read(tree.root)
    read_.topics = read_.topics[:1]
    return read_


@pytest.mark.parametrize(
    "fits",
    [
        {"title": "x" * 50},
        {"question": "x" * 60},
        {"ask": ("x" * 160, "x")},
        {"say": _sentences(300, 299)},
        {"say": _sentences(1, 1, 1, 1, 1)},
        {"more": _sentences(1500)},
    ],
    ids=lambda fits: next(iter(fits)),
)
def test_what_just_fits_is_no_fault(fits: dict[str, Any], content: Content) -> None:
    content.topics = [replace(content.topics[0], **fits)]
    assert list(lengths.check(content)) == []


def test_a_term_of_200_characters_fits(content: Content) -> None:
    content.terms = [replace(content.terms[0], text="x" * 200)]
    assert list(lengths.check(content)) == []


def test_a_review_is_overdue_the_day_after_it_was_due(content: Content) -> None:
    due = date(2026, 5, 20)
    content.topics = [replace(content.topics[0], review=replace(content.topics[0].review, due=due))]
    assert list(review.check(content, due)) == []
    assert [finding.warning for finding in review.check(content, due + timedelta(days=1))] == [True]
