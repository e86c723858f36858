"""What counts as a run of eight words, whatever the letters' case and the marks between them."""

from __future__ import annotations

from knowledge.checks.copied import runs, words

EIGHT = "the fern folds its silver leaves every evening"


def test_seven_words_are_no_run() -> None:
    assert list(runs(EIGHT.rpartition(" ")[0])) == []


def test_eight_words_are_one_run() -> None:
    assert list(runs(EIGHT)) == [EIGHT]


def test_each_further_word_adds_a_run() -> None:
    assert list(runs(f"So {EIGHT} again")) == [
        "so the fern folds its silver leaves every",
        EIGHT,
        "fern folds its silver leaves every evening again",
    ]


def test_case_marks_and_line_ends_do_not_hide_a_run() -> None:
    assert list(runs("The FERN folds\nits silver-leaves; “every” _evening_!")) == [EIGHT]


def test_an_apostrophe_stays_in_its_word_whichever_way_it_is_typed() -> None:
    assert words("The fern’s leaf isn't 4S") == ["the", "fern's", "leaf", "isn't", "4s"]
