"""Whatever stands around it, what was planted is gone, marks stay whole, and nothing is made up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conversations.scrub import MARKS, scrub

HARMLESS = (Path(__file__).parent / "lines" / "harmless.txt").read_text(encoding="utf-8").splitlines()
NUMBERS = ["07700 900123", "+44 7700 900123", "(212) 555-0187", "+49 151 23456789", "0049 151 23456789", "212-555-0187"]
PLANTED = st.sampled_from([*NUMBERS, "anna.b@example.com", "https://example.com/anna"])
PIECES = ["my son", "call", "Tom", "is", "my name is", "Dr", "12", "Oak Street", "@", "u/", "mrn", "born", "1.2.2019"]
PIECES += [*NUMBERS, "a@b.org", "NAME", ",", ".", "38.5", "mg"]
AROUND = st.sampled_from(HARMLESS) | st.text(st.characters(exclude_characters="<>"), max_size=30)
TALK = st.builds(lambda words, gap: gap.join(words), st.lists(st.sampled_from(PIECES)), st.sampled_from([" ", ""]))
MARK = re.compile(f"<(?:{'|'.join(MARKS)})>")


@settings(max_examples=200)
@given(AROUND, PLANTED, AROUND)
def test_what_was_planted_never_survives(before: str, secret: str, after: str) -> None:
    assert secret not in scrub(f"{before} {secret} {after}")


@given(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=5), st.sampled_from([" ", ", ", " / ", "\n"]))
@example(["07700 900123", "07700 900123"], " ")
@example(["+44 7700 900123", "07700 900123", "07700 900123"], " ")
def test_numbers_side_by_side_all_go(numbers: list[str], between: str) -> None:
    assert not re.search(r"\d", scrub(between.join(numbers)))


@settings(max_examples=200)
@given(TALK | AROUND)
def test_marks_are_whole_and_the_rest_is_what_was_written(text: str) -> None:
    rest, at = MARK.split(scrub(text)), 0
    assert not re.search("[<>]", "".join(rest))
    for piece in rest:
        at = text.index(piece, at) + len(piece)


@settings(max_examples=200)
@given(TALK)
@example("Tom+1 212 555 0187Tom")
@example("07700 900123@07700 900123212-555-0187212-555-0187")
def test_once_is_enough_for_any_talk(text: str) -> None:
    once = scrub(text)
    assert scrub(once) == once


@pytest.mark.parametrize("text", ["\ud800", "\0", "call \ud83d07700 900123", "İ" * 50 + " my son Tom"])
def test_halves_of_characters_do_no_harm(text: str) -> None:
    assert "900123" not in scrub(text)
    assert not re.search("[A-Z]om", scrub(text))
