"""A long answer is cut where a reader would pause, and nothing of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.face.split import MOST, size, split

TEXTS = st.text(st.sampled_from("ab .?\n\n 🙂é"), max_size=300) | st.text(max_size=300)
LIMITS = st.integers(min_value=2, max_value=60)


def _letters(*texts: str) -> str:
    return re.sub(r"\s+", "", "".join(texts))


@given(TEXTS, TEXTS, LIMITS)
def test_no_part_is_too_long_or_empty(body: str, tail: str, most: int) -> None:
    parts = split(body, tail, most)
    assert [part for part in parts if size(part) > most or not part.strip()] == []


@given(TEXTS, TEXTS, LIMITS)
def test_nothing_is_lost_added_or_moved(body: str, tail: str, most: int) -> None:
    assert _letters(*split(body, tail, most)) == _letters(body, tail)


@given(TEXTS, LIMITS)
def test_what_fits_is_left_as_it_is(body: str, most: int) -> None:
    if 0 < size(body.strip()) <= most:
        assert split(body, "", most) == [body.strip()]


@given(TEXTS, TEXTS, LIMITS)
def test_the_tail_stays_whole_on_the_last_part(body: str, tail: str, most: int) -> None:
    if 0 < size(tail.strip()) <= most:
        assert split(body, tail, most)[-1].endswith(tail.strip())


def test_a_text_of_exactly_the_limit_is_one_message() -> None:
    assert split("a" * MOST) == ["a" * MOST]
    assert len(split("a" * (MOST + 1))) > 1


def test_it_is_cut_between_paragraphs_first() -> None:
    assert split("One. Two.\n\nThree. Four.", "", 14) == ["One. Two.", "Three. Four."]


def test_then_between_lines() -> None:
    assert split("• one thing\n• two things", "", 14) == ["• one thing", "• two things"]


def test_then_between_sentences() -> None:
    assert split("Is it so? It is. Yes.", "", 17) == ["Is it so? It is.", "Yes."]


def test_then_between_words() -> None:
    assert split("one two three", "", 8) == ["one two", "three"]


def test_a_paragraph_that_fits_is_not_cut_to_fill_the_one_before() -> None:
    assert split("One.\n\nTwo three. Four.", "", 17) == ["One.", "Two three. Four."]


def test_emoji_count_twice_as_telegram_counts_them() -> None:
    assert size("🙂") == 2
    assert len(split("🙂" * (MOST // 2 + 1))) == 2


def test_the_sources_take_a_part_of_their_own_when_there_is_no_room() -> None:
    assert split("One two three.", "Source: X", 16) == ["One two three.", "Source: X"]


@pytest.mark.parametrize("body", ["", "  \n\n "])
def test_nothing_gives_no_message(body: str) -> None:
    assert split(body) == []
