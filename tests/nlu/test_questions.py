"""The questions of a long message are told apart."""

from __future__ import annotations

import pytest

from nlu.wording.questions import questions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "what is stage MS",
        "What is stage MS?",
        "my son has stage MS",
        "thank you so much",
        "Dr. Smith told us it is L1",
        "ok. thanks. bye.",
        "what is it????",
    ],
)
def test_one_sentence_gives_none(text: str) -> None:
    assert questions(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What is L1? What is L2?", ["What is L1?", "What is L2?"]),
        ("what is L1?\nhow is it treated", ["what is L1?", "how is it treated"]),
        ("what is L1\n\nis it bad", ["what is L1", "is it bad"]),
        ("what is L1 and also how is it treated", ["what is L1", "also how is it treated"]),
        ("What is L1? And can you explain MIBG.", ["What is L1?", "And can you explain MIBG."]),
    ],
)
def test_two_questions_give_two(text: str, found: list[str]) -> None:
    assert questions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My son has 4S. How is it treated?", ["How is it treated?"]),
        ("We got the result today. so what does ALK mean", ["so what does ALK mean"]),
        ("How is it treated? He is two.", ["How is it treated?"]),
        ("Hello there. Thanks, wat is mibg", ["Thanks, wat is mibg"]),
    ],
)
def test_a_statement_with_a_question_gives_the_question(text: str, found: list[str]) -> None:
    assert questions(text) == found


def test_two_statements_give_none() -> None:
    assert questions("My son is two. He has stage MS.") == []


def test_at_most_four_are_given_the_first() -> None:
    text = " ".join(f"what is number {number}?" for number in range(9))
    assert questions(text) == [f"what is number {number}?" for number in range(4)]


def test_a_very_long_message_is_read() -> None:
    assert len(questions("what is this? " * 700)) == 4
    assert questions("a" * 10_000) == []
    assert questions("\n" * 10_000) == []
