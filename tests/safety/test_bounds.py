"""The work grows with the length of a message and with nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from safety.book import book
from safety.category import Category
from safety.screen import screen
from tests.safety.lines import STRONG, must_hit

LONG, SHORT = 10_000, 1_000
# Ten times the length may cost ten times as much; thrice that leaves room for a busy machine.
MOST = 30.0

HOSTILE = {
    "one letter": "a",
    "one word": "breathe ",
    "nearly a flag": "he can not he cannot not ",
    "nearly every flag": "fever is a sign of blood and pain what does head mean ",
    "borders": "he. , ; he? ",
    "digits": "38 ",
    "one long number": "3",
    "apostrophes": "can't've'll'd ",
    "joined letters": "e\u0301\u0327",
    "expanding signs": "ﷺ ",
    "slips": "braethe blleding unconsciuos ",
    "idioms": "dying to know ",
    "emoji": "😭🆘",
    "brackets": "([{<",
}


def seconds(work: Callable[[], object]) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(5):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
    return best


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_ten_times_the_length_costs_about_ten_times_as_much(piece: str) -> None:
    long, short = (piece * (size // len(piece)) for size in (LONG, SHORT))
    screen(long)
    assert seconds(lambda: screen(long)) < MOST * max(seconds(lambda: screen(short)), 1e-4)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_flag_at_the_end_of_a_flood_is_found(piece: str) -> None:
    assert screen(piece * (SHORT // len(piece)) + ". he cannot breathe").category is not None


@pytest.mark.parametrize("word", ["ok ", "39 ", "🆘 "[1:], "hello. "])
def test_a_flag_at_either_end_of_a_book_is_found_and_a_book_costs_no_more(word: str) -> None:
    flood = word * 40_000
    assert screen(f"he cannot breathe. {flood}").category is Category.EMERGENCY
    assert screen(f"{flood}. he cannot breathe").category is Category.EMERGENCY
    assert seconds(lambda: screen(flood)) < MOST * max(seconds(lambda: screen(word * 2_000)), 1e-4)


def test_a_message_of_many_sentences_is_read_like_its_sentences() -> None:
    """Of many sentences the patterns are chosen for each: nothing may be lost by that."""
    harmless = "Thanks for the booklet. We had a lovely day. What is stage L1? "
    for flag in must_hit(Category.EMERGENCY)[::5] + must_hit(Category.SELF_HARM)[::5]:
        before, after = screen(flag).category, screen(f"{harmless * 3}{flag}. {harmless * 3}").category
        assert before is not None
        assert after is before


def test_a_long_message_of_many_alarms_is_quick() -> None:
    """Measured against a plain loop, since machines differ."""
    flags = [line for category in STRONG for line in must_hit(category)[::7]]
    flood = ". ".join(flags)[:LONG]
    screen(flood)
    assert seconds(lambda: screen(flood)) < 10 * seconds(lambda: sum(range(100_000)))


def test_what_lies_apart_in_a_flood_is_not_read_as_one() -> None:
    flood = "x " * 1_499
    assert screen(f"{flood} cannot {flood}{flood} breathe {flood}").category is None
    assert screen(f"cannot breathe {flood}{flood}{flood}").category is Category.EMERGENCY


def test_a_look_up_does_not_walk_through_the_words() -> None:
    lexicon = book().lexicon
    lexicon.read("breathing")

    def look_up(word: str) -> Callable[[], object]:
        return lambda: lexicon._mistyped(word)

    assert seconds(look_up("zzqzzqzzq")) < 0.05 * seconds(lambda: [word == "zzqzzqzzq" for word in lexicon.words] * 50)


@pytest.mark.parametrize("text", ["", " ", "\n", "?", "/", "'", "7", "’’’", "\ud800", "a" * 100_000])
def test_odd_messages_are_nothing(text: str) -> None:
    assert screen(text).category is None
