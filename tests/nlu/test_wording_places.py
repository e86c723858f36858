"""Every plain word knows where it came from, whatever was typed."""

from __future__ import annotations

import pytest

from nlu.wording.wording import Word, tokens
from tests.nlu.shared import library, wording

ODD = [
    "",
    " \n\t ",
    "😀🤞",
    "is it cancer? 😀 where?",
    "İstanbul ẞ ﬁ Ǆ",
    "e\u0301te\u0301 ne\u0301",
    "他得了神经母细胞瘤",
    "\u202eright to left\u202c\u200b",
    "\x00\x07 nb \ud83d",
    "’’’ ''' ---",
]


def test_words_say_where_they_came_from() -> None:
    assert wording().words("My sons 4S  spred!") == [
        Word("my", 0, 2),
        Word("sons", 3, 7),
        Word("stage", 8, 10),
        Word("ms", 8, 10),
        Word("4s", 8, 10),
        Word("spread", 12, 17),
    ]


@pytest.mark.parametrize("text", [*ODD, "İ 4S", "don’t 🤞 nueroblastma?"])
def test_places_lie_in_the_text_in_its_order(text: str) -> None:
    words = wording().words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert all(text[word.start : word.end].strip() for word in words)


def test_a_letter_that_grows_in_lower_case_moves_no_place() -> None:
    text = "İİİ spred"
    (word,) = [word for word in wording().words(text) if word.text == "spread"]
    assert text[word.start : word.end] == "spred"


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "nueroblastma " * 800, "?" * 10_000, "😀" * 10_000, "4s/" * 3_333, "a'" * 5_000]
)
def test_ten_thousand_characters_are_read(text: str) -> None:
    words = wording().words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)


@pytest.mark.parametrize(
    ("text", "plain"), [("", ""), ("😀", ""), (".!", ""), ("??", "? ?"), (" Hi\n THERE ", "hi there")]
)
def test_what_is_no_word_is_left_out(text: str, plain: str) -> None:
    assert wording().plain(text) == plain


def test_plain_text_stays_as_it_is() -> None:
    with_their_names = {"4s", "dfmo", "gd2", "cns"}
    plain = {wording().plain(topic.question) for topic in library().topics.values()}
    settled = [text for text in plain if not with_their_names & set(text.split())]
    assert len(settled) >= 70
    assert [text for text in settled if wording().plain(text) != text] == []


def test_tokens_keep_joined_words_whole() -> None:
    assert tokens("X-ray, don’t CH14.18: why?") == ["x-ray", "don't", "ch14.18", "why", "?"]
