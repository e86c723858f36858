"""The country a family is in is taken from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.helplines import Helplines

HELPLINES = Helplines.load()


SAID = {
    "we are in Ireland": "IE",
    "uk": "GB",
    "Deutschland": "DE",
    "/country de": "DE",
    "/country@companion NO": "NO",
    "/country the Netherlands": "NL",
    "I’m in the US": "US",
    "we live in the U.S.A.": "US",
    "U.S.": "US",
    "We're in Dublin, Ireland": "IE",
    "we're in Austin Texas USA, what number": "US",
    "i live in south india": "IN",
    "im in canada": "CA",
    "we are currently in New Zealand and scared": "NZ",
    "calling from Spain": "ES",
    "from the netherlands": "NL",
    "england please": "GB",
    "It's Ireland": "IE",
    "I am in turkey": "TR",
    "our country is Ghana": "GH",
    "we are in hospital in Kenya": "KE",
    "we are from poland but live in germany": "DE",
    "Österreich": "AT",
    "we are in northern ireland": "GB",
    "we are in south korea": "KR",
    "we live in New South Wales": "AU",
    "we live in London, Ontario": "CA",
    "the states": "US",
    "I'm in Mexico": "MX",
    "My son cannot breathe. We are in Norway.": "NO",
}
NOT_SAID = [
    *("we live in new mexico", "we are in new england", "we are in north korea", "we are in little india"),
    *("turkey sandwich", "can he eat a turkey sandwich", "hungry for turkey", "I am in china shop", "china cup"),
    *("she broke a china cup", "we are in love with a china cup", "chile con carne", "jordan's room", "tell us"),
    *("what does this mean for us", "she is one of us", "no", "it", "in", "de", "is", "be", "at", "my", "", " ", "/"),
    *("is there a trial in Germany", "what is the treatment in the US", "doctors in Australia say so", "the uk trial"),
    *("we are going to France", "if we are in Spain, who do we call", "should we live in Spain", "/menu", "/country"),
    *("we don't live in Germany", "we are not in the US", "we were in Turkey last year", "my mother is from Poland"),
    *(
        "we are in pain",
        "are we in trouble",
        "we are in touch with Germany",
        "we are here in room 4",
        "/country narnia",
    ),
    *(
        "we are reading about a trial in Spain",
        "India is my daughter's name",
        "poland spring water",
        "he likes french fries",
    ),
]


@pytest.mark.parametrize(("text", "code"), SAID.items())
def test_a_country_is_taken_from_who_says_they_are_there(text: str, code: str) -> None:
    assert HELPLINES.country_named(text) == code


@pytest.mark.parametrize("text", NOT_SAID)
def test_a_country_only_mentioned_or_another_word_is_not_taken(text: str) -> None:
    assert HELPLINES.country_named(text) is None


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    assert HELPLINES.country_named(text) in {None, *HELPLINES.countries}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("we live in ireland by the way", "IE"),
        ("we are in Spain btw", "ES"),
        ("I am in Germany though, not in the US", "DE"),
        ("we live in France too", "FR"),
        ("im in kenya if that helps", "KE"),
        ("we are in Canada for now", "CA"),
    ],
)
def test_a_country_is_read_with_words_after_it(text: str, code: str) -> None:
    assert HELPLINES.country_named(text) == code
