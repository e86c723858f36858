"""What counts as a number that a passage must hold."""

from __future__ import annotations

import pytest

from knowledge.checks.numbers import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Children younger than 18 months.", {"18"}),
        ("Two tests, then THREE more.", {"2", "3"}),
        ("From 2 to twelve weeks.", {"2", "12"}),
        ("Eighteen months, or thirty, or a hundred.", {"18", "30", "100"}),
        ("Born in 2015 (6 of 7), about 1.5 or 1,500.", {"2015", "6", "7", "1.5", "1,500"}),
        ("Call 1-800-422.", {"1", "800", "422"}),
    ],
)
def test_digits_and_words_are_numbers(text: str, found: set[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text", ["Stage L1 or L2.", "The older 4S.", "The antibody against GD2.", "One of them.", "It was often tense.", ""]
)
def test_names_and_pronouns_are_not(text: str) -> None:
    assert numbers(text) == set()


def test_a_word_and_its_digits_are_the_same_number() -> None:
    assert numbers("two cups") == numbers("2 cups")
