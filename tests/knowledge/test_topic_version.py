"""A moderator sees by a topic's version exactly what a family was told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.library import read
from knowledge.model import Review, Sentence, Topic
from tests.knowledge.tree import Tree


@pytest.fixture
def topic(tree: Tree) -> Topic:
    return next(topic for topic in read(tree.root).topics if topic.id == "plant.what")


def _sentence(sentences: tuple[Sentence, ...], **change: Any) -> tuple[Sentence, ...]:
    return (replace(sentences[0], **change), *sentences[1:])


def _with(topic: Topic, field: str, value: Any) -> Topic:
    change: dict[str, Any] = {field: value}
    return replace(topic, **change)


def test_the_version_is_twelve_hexadecimal_digits_and_stays(topic: Topic) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", topic.version)
    assert replace(topic).version == topic.version


@pytest.mark.parametrize("field", ["title", "question"])
def test_the_version_changes_with_a_line(field: str, topic: Topic) -> None:
    assert _with(topic, field, "Another").version != topic.version


@pytest.mark.parametrize("change", [{"text": "Another."}, {"sources": ("guide#where",)}], ids=["text", "sources"])
@pytest.mark.parametrize("field", ["say", "more", "differences"])
def test_the_version_changes_with_a_sentence_and_its_sources(field: str, change: Any, topic: Topic) -> None:
    assert _with(topic, field, _sentence(getattr(topic, field), **change)).version != topic.version


@pytest.mark.parametrize("field", ["say", "more", "differences", "ask"])
def test_the_version_changes_when_something_is_left_out(field: str, topic: Topic) -> None:
    assert _with(topic, field, getattr(topic, field)[:-1]).version != topic.version


def test_the_version_changes_with_a_question_for_the_doctor(topic: Topic) -> None:
    assert replace(topic, ask=("Another?", *topic.ask[1:])).version != topic.version


def test_the_version_changes_when_a_sentence_moves_to_the_longer_answer(topic: Topic) -> None:
    moved = replace(topic, say=topic.say[:-1], more=(topic.say[-1], *topic.more))
    assert list(moved.sentences) == list(topic.sentences)
    assert moved.version != topic.version


def test_the_version_changes_with_what_the_buttons_lead_to(topic: Topic) -> None:
    turned = dict(reversed(topic.related.items()))
    assert len({topic.version, replace(topic, related=turned).version, replace(topic, related={}).version}) == 3


def test_the_version_does_not_change_with_what_no_family_reads(topic: Topic) -> None:
    review = Review(date(2027, 1, 1), "B. Gardener", date(2028, 1, 1))
    lines = _sentence(topic.say, line=99)
    assert replace(topic, review=review, file="elsewhere.yml", say=lines).version == topic.version
