"""The held-out rows are whole: every topic, every turn, every kind."""

from __future__ import annotations

from collections import Counter
from typing import Any

from evaluation import heldout
from evaluation.heldout import everything
from knowledge.library import Library

FEWEST = 4


def _topics(row: dict[str, Any]) -> list[str]:
    return [topic for turn in row["expected"] for topic in (turn if isinstance(turn, list) else [turn])]


def test_every_expected_topic_exists(library: Library) -> None:
    assert {topic for row in everything() for topic in _topics(row)} - set(library.topics) == set()


def test_every_topic_is_asked_often_enough(library: Library) -> None:
    counts = Counter(topic for row in heldout.rows("topics") for topic in _topics(row))
    assert {topic: counts[topic] for topic in library.topics if counts[topic] < FEWEST} == {}


def test_only_questions_on_our_topics_expect_one() -> None:
    assert [row["id"] for row in heldout.rows("topics") if not row["expected"]] == []
    assert [row["id"] for row in heldout.rows("others") if row["expected"]] == []


def test_every_turn_of_a_conversation_says_what_it_expects() -> None:
    conversations = heldout.rows("conversations")
    assert len(conversations) >= 100
    assert [row["id"] for row in conversations if len(row["turns"]) != len(row["expected"])] == []
    assert [row["id"] for row in conversations if len(row["turns"]) < 2] == []


def test_every_kind_of_question_that_is_not_ours_is_there() -> None:
    kinds = Counter(row["kind"] for row in heldout.rows("others"))
    assert set(kinds) == {"not_covered", "other_disease", "out_of_scope", "small_talk"}
    assert min(kinds.values()) >= 40


def test_ids_and_single_questions_are_there_once() -> None:
    rows = list(everything())
    asked = Counter(turn.casefold() for row in rows if len(row["turns"]) == 1 for turn in row["turns"])
    assert len({row["id"] for row in rows}) == len(rows) >= 1_000
    assert sum(number > 1 for number in asked.values()) == 0
