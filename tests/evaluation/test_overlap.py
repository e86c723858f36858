"""Questions in the same words, or nearly, are found; others are not."""

from __future__ import annotations

import pytest

from evaluation.overlap import Index, near

FIVE = "how is stage ms treated"


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (FIVE, FIVE),
        (FIVE, "How is Stage MS treated?!"),
        (FIVE, "treated how is stage ms"),
        (FIVE, "how is stage ms treated now"),
        (FIVE, "is stage ms treated"),
        ("what's a biopsy", "Whats a biopsy?"),
        ("what’s a biopsy", "what's a biopsy"),
        ("biopsy", "Biopsy?"),
        ("the biopsy", " the  biopsy "),
        ("????", "????"),
        ("👍", "👍"),
    ],
)
def test_the_same_or_nearly_is_found_both_ways(question: str, other: str) -> None:
    assert near(question, Index([other])) == [other]
    assert near(other, Index([question])) == [question]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (FIVE, "how is stage m treated"),
        (FIVE, "why is stage ms bad"),
        (FIVE, "how is stage ms treated in young babies"),
        ("is it", "is it bad"),
        ("is it is it", "it is it"),
        ("biopsy", "biopsies"),
        ("the biopsy", "biopsy the"),
        ("????", "???"),
        ("👍", "🙏"),
        ("👍", "thanks"),
        ("", "what is it"),
    ],
)
def test_others_are_not_found_either_way(question: str, other: str) -> None:
    assert near(question, Index([other])) == []
    assert near(other, Index([question])) == []
