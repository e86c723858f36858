"""The index finds what comparing with every line would find, and sooner."""

from __future__ import annotations

import random
from time import process_time

from evaluation.overlap import Index, near

FIVE = "how is stage ms treated"


def test_all_near_ones_are_found_once_in_their_order() -> None:
    lines = ["how is stage ms treated here", "other", FIVE, "is stage ms treated", FIVE.upper()]
    assert near(FIVE, Index(lines)) == [lines[0], lines[2], lines[3], lines[4]]


def test_nothing_is_near_in_an_empty_index() -> None:
    assert near(FIVE, Index([])) == []


def _compared_with_each(question: str, lines: list[str]) -> list[str]:
    """The rule itself, without an index."""
    ours = set(question.split())
    found = []
    for line in lines:
        theirs = set(line.split())
        alike = min(len(ours), len(theirs)) >= 3 and 10 * len(ours & theirs) >= 8 * len(ours | theirs)
        found += [line] if alike or line == question else []
    return found


def test_the_index_misses_nothing_and_adds_nothing() -> None:
    chance = random.Random(0)
    words = [f"w{number}" for number in range(9)]
    lines = [" ".join(chance.choices(words, k=chance.randint(1, 8))) for _ in range(2_000)]
    asked = [" ".join(chance.choices(words, k=chance.randint(1, 8))) for _ in range(200)]
    index = Index(lines)
    found = [near(question, index) for question in asked]
    assert found == [_compared_with_each(question, lines) for question in asked]
    assert sum(map(bool, found)) > 100 < sum(map(len, found))


def test_twenty_thousand_lines_are_searched_quickly() -> None:
    chance = random.Random(0)
    lines = ["what is the " + " ".join(f"w{chance.randint(0, 3_000)}" for _ in range(5)) for _ in range(20_000)]
    began = process_time()
    index = Index(lines)
    assert [lines[at] in near(lines[at], index) for at in range(0, 20_000, 40)] == [True] * 500
    assert process_time() - began < 10
