"""Whatever is written, wherever the family is: the screen answers, and its reply can be sent as one message."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.face.numbers import emergency, helplines
from bot.face.split import MOST, size
from bot.screening import screen

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=80)  # halves of characters too
COUNTRIES = st.sampled_from([None, "", "xx", "GB", "DE", "US"]) | st.text(max_size=3)
FLAGS = st.sampled_from(["he cannot breathe", "I want to kill myself", "she is having a seizure"])


@given(ANY_TEXT, COUNTRIES)
def test_any_words_from_anywhere_are_screened(text: str, country: str | None) -> None:
    reply = screen(text, country)
    assert reply is None or 0 < size(html.escape(reply)) <= MOST


@given(ANY_TEXT, FLAGS, ANY_TEXT, COUNTRIES)
def test_a_flag_within_any_words_gets_a_reply(before: str, flag: str, after: str, country: str | None) -> None:
    reply = screen(f"{before}.\n{flag}.\n{after}", country)
    assert reply
    assert size(html.escape(reply)) <= MOST


@pytest.mark.parametrize("country", sorted(helplines().countries))
def test_an_emergency_names_the_number_of_every_country(country: str) -> None:
    assert emergency(country) in (screen("he cannot breathe", country) or "")
