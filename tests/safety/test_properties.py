"""What no way of typing changes: a flag stays a flag, and nothing makes the screen fail."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from safety.book import book
from safety.category import Category
from safety.screen import Screening, screen
from safety.spelling import SHORTEST

FLAGS = {
    "he cannot breathe": Category.EMERGENCY,
    "her lips are turning blue": Category.EMERGENCY,
    "she is having a seizure": Category.EMERGENCY,
    "my daughter is unconscious": Category.EMERGENCY,
    "the bleeding will not stop": Category.EMERGENCY,
    "he has a fever of 38.6": Category.EMERGENCY,
    "she swallowed all the tablets": Category.EMERGENCY,
    "his cousin has chickenpox": Category.EMERGENCY,
    "I want to kill myself": Category.SELF_HARM,
    "she says she wants to die": Category.SELF_HARM,
    "thinking about suicide again": Category.SELF_HARM,
}
AROUND = [
    "What does stage MS mean?",
    "Thank you for the booklet!",
    "We had a lovely weekend with the grandparents.",
    "How is a biopsy done?",
    "She finished DFMO in the spring.",
    "ok",
    "😀👍",
    "My English is not good...",
]
flags = st.sampled_from(sorted(FLAGS.items()))
around = st.lists(st.sampled_from(AROUND), max_size=3).map(" ".join)


@given(flags, around, around)
def test_a_flag_survives_sentences_before_and_after(flag: tuple[str, Category], before: str, after: str) -> None:
    assert screen(f"{before}. {flag[0]}. {after}").category is flag[1]


@given(flags, st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str.capitalize]))
def test_a_flag_survives_any_case(flag: tuple[str, Category], change: object) -> None:
    assert screen(change(flag[0])).category is flag[1]  # type: ignore[operator]


@given(
    flags,
    st.sampled_from(["!!!", "...", "?", " ,", "…", " :(", '"', "🙏", "*", "\n"]),
    st.sampled_from(["", "/", "//", "- ", "* "]),
)
def test_a_flag_survives_punctuation_and_a_leading_slash(flag: tuple[str, Category], end: str, start: str) -> None:
    assert screen(f"{start}{flag[0]}{end}").category is flag[1]


@given(flags, st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=6))
def test_a_flag_survives_a_letter_held_down(flag: tuple[str, Category], place: int, times: int) -> None:
    text = flag[0]
    place %= len(text)
    assume(text[place].isalpha())
    assert screen(text[:place] + text[place] * times + text[place:]).category is flag[1]


def slipped(word: str, kind: str, place: int, letter: str) -> str:
    place %= len(word)
    if kind == "dropped":
        return word[:place] + word[place + 1 :]
    if kind == "added":
        return word[:place] + letter + word[place:]
    if kind == "wrong":
        return word[:place] + letter + word[place + 1 :]
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def is_another_word(word: str) -> bool:
    """Whether a slip made a word that says something of its own ("breath" for "wreath")."""
    lexicon = book().lexicon
    return word in lexicon.words or not any(lexicon.read(word))


@settings(max_examples=400)
@given(
    flags,
    st.sampled_from(["dropped", "added", "wrong", "swapped"]),
    st.lists(st.integers(min_value=0, max_value=20), min_size=8, max_size=8),
    st.sampled_from("etaoinshrdlu"),
)
def test_a_flag_survives_a_slip_in_every_longer_word(
    flag: tuple[str, Category], kind: str, places: list[int], letter: str
) -> None:
    words = flag[0].split()
    long = [len(word) >= SHORTEST and word.isalpha() for word in words]
    changed = [slipped(w, kind, p, letter) if longer else w for w, p, longer in zip(words, places, long, strict=False)]
    assume(not any(longer and is_another_word(c.lower()) for c, longer in zip(changed, long, strict=False)))
    assert screen(" ".join(changed)).category is flag[1]


@given(st.text())
def test_it_never_raises(text: str) -> None:
    found = screen(text)
    assert isinstance(found, Screening)
    assert (found.category is None) == (found.rule == "")


@given(st.text(alphabet="he cannot breathe38.6,'’\u0301\u200bİß½ﷺ?!.\n", max_size=300))
def test_it_never_raises_on_pieces_of_a_flag(text: str) -> None:
    assert isinstance(screen(text), Screening)


@given(flags, around)
def test_the_phrase_is_a_piece_of_the_message_as_typed(flag: tuple[str, Category], before: str) -> None:
    typed = f"{before} {flag[0].upper().replace(' ', '  ')}!"
    phrase = screen(typed).phrase
    assert phrase
    assert phrase in typed


@pytest.mark.parametrize(
    "typed", ["I CAN’T BREATHE", "i can\u200bt brea\u200bthe", "ｈｅ ｃａｎｎｏｔ ｂｒｅａｔｈｅ", "he can´t breathe"]
)
def test_other_ways_of_writing_are_the_same(typed: str) -> None:
    found = screen(typed)
    assert found.category is Category.EMERGENCY
    assert found.phrase in typed
    assert re.search("b", found.phrase.lower()) or not found.phrase.isascii()
