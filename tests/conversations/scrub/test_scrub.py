"""Personal data leaves what families write; what is medical stays. The lines are in ``lines``."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.scrub import MARKS, scrub

LINES = Path(__file__).parent / "lines"
QUESTIONS = Path(__file__).parent.parent.parent.parent / "nlu" / "questions"
TOLD = LINES / "told"  # as worried families write, in other words than the lines above it
SECRET = re.compile(r"\{(.*?)\}")
MARKED = re.compile(r"\{([A-Z_]+) (.*?)\}")
# What may stay of a name: who that is says nobody.
TITLES = {
    "Dr",
    "Dr.",
    "Mr",
    "Mr.",
    "Mrs",
    "Ms",
    "Baby",
    "doctor",
    "professor",
    "Professor",
    "nurse",
    "Sister",
    "Grandma",
}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def _missed(mark: str, line: str) -> bool:
    said = scrub(SECRET.sub(r"\1", line))
    words = [word for secret in SECRET.findall(line) for word in secret.split() if word not in TITLES]
    left = [word for word in words if mark == "NAME" and re.search(rf"\b{re.escape(word)}\b", said)]
    return bool(left) or any(secret in said for secret in SECRET.findall(line)) or f"<{mark}>" not in said


@pytest.mark.parametrize("mark", MARKS)
def test_nearly_all_that_was_planted_is_found(mark: str) -> None:
    lines = _lines(LINES / "planted" / f"{mark.lower()}.txt")
    missed = [line for line in lines if _missed(mark, line)]
    assert len(missed) <= 0.05 * len(lines), missed


def _left(line: str) -> list[str]:
    """What is left of the secrets of a line that was told, or has no mark of its kind in its place."""
    said = scrub(MARKED.sub(r"\2", line))
    secrets = MARKED.findall(line)
    words = [word for mark, secret in secrets for word in secret.split() if mark == "NAME" and word not in TITLES]
    left = [word for word in words if re.search(rf"\b{re.escape(word)}\b", said)]
    return left + [secret for mark, secret in secrets if secret in said or f"<{mark}>" not in said]


def test_nearly_all_is_found_in_what_worried_families_tell() -> None:
    lines = _lines(TOLD / "planted.txt")
    missed = [line for line in lines if _left(line)]
    assert len(lines) >= 300
    assert len(missed) <= 0.03 * len(lines), missed


def test_there_are_enough_lines_to_say_so() -> None:
    assert sum(len(_lines(path)) for path in (LINES / "planted").glob("*.txt")) >= 300
    assert len(_lines(LINES / "harmless.txt")) >= 200


@pytest.mark.parametrize("line", _lines(LINES / "harmless.txt") + _lines(TOLD / "harmless.txt"))
def test_medicine_numbers_and_plain_talk_are_untouched(line: str) -> None:
    assert scrub(line) == line


def test_families_questions_stay_as_they_are() -> None:
    asked = [
        line for path in sorted(QUESTIONS.rglob("*.yml")) for line in re.findall(r"- (.*)", path.read_text("utf-8"))
    ]
    changed = [line for line in asked if scrub(line) != line]
    assert len(changed) <= 0.002 * len(asked), changed


@pytest.mark.parametrize("said", ["one called TERT, one called ATRX", "Will my son be well", "is Movicol ok for her"])
def test_a_gene_a_medicine_and_a_verb_with_capitals_are_no_names(said: str) -> None:
    assert scrub(said) == said


def test_a_name_is_found_again_in_the_same_message() -> None:
    assert scrub("my son Rio is ill. Will Rio lose his hair?") == "my son <NAME> is ill. Will <NAME> lose his hair?"


def test_several_kinds_in_one_message() -> None:
    said = scrub("I'm Anna, call 07700 900123 or write to anna@example.com, MRN 12345678")
    assert said == "I'm <NAME>, call <PHONE> or write to <EMAIL>, MRN <ID>"


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_it_never_raises_and_once_is_enough(text: str) -> None:
    once = scrub(text)
    assert scrub(once) == once


@pytest.mark.parametrize("line", [line for path in sorted((LINES / "planted").glob("*.txt")) for line in _lines(path)])
def test_marks_are_not_marked_again(line: str) -> None:
    once = scrub(SECRET.sub(r"\1", line))
    assert scrub(once) == once


HOSTILE = ["0 ", "a.", "@", "my name is ", "a", "my son ", "Aa ", "www.", "+1 ", "a@", "my son Tom and ", "(", "<NAME>"]


@pytest.mark.parametrize(
    "piece", [*HOSTILE, "patient number is ", "12 Aa Bb Cc ", "zip code is: ", "0-", "u/", "a-", "\udc80"]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = piece * (10_000 // len(piece)), piece * (80_000 // len(piece))
    assert _seconds(long) < 8 * 4 * max(_seconds(short), 0.01)


def _seconds(text: str) -> float:
    taken = []
    for _ in range(2):
        began = time.thread_time()
        scrub(text)
        taken.append(time.thread_time() - began)
    return min(taken)
