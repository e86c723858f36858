"""Politeness is no part of a question."""

from __future__ import annotations

import pytest

from nlu.wording.courtesy import asked


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("thx. tests?", "tests?"),
        ("thanks, what is 4s", "what is 4s"),
        ("good news i guess thank you! is surgery a must then", "is surgery a must then"),
        ("ok last one, will i be able to have kids later", "will i be able to have kids later"),
        ("thanks for that, and what about babies", "and what about babies"),
        ("right. and surgery?", "and surgery?"),
        ("Thank you. Thank you. He died.", "He died."),
    ],
)
def test_what_is_asked_beside_it_is_left(typed: str, left: str) -> None:
    assert asked(typed).strip() == left


@pytest.mark.parametrize(
    "typed",
    [
        "thanks so much",
        "ok",
        "Thanks! 😊",
        "thank you for explaining this",
        "right side of the belly",
        "so nothing??",
        "",
    ],
)
def test_a_message_that_is_all_polite_or_not_polite_at_all_stays_whole(typed: str) -> None:
    assert asked(typed) == typed


def test_what_is_left_keeps_its_place() -> None:
    typed = "ok thanks, what is MYCN. ty"
    assert len(asked(typed)) == len(typed)
    assert asked(typed).index("MYCN") == typed.index("MYCN")
