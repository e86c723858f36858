"""What the training questions promise line by line."""

from __future__ import annotations

import re
from collections import defaultdict

import yaml

from nlu.domain import QUESTIONS
from nlu.in_context.example import example
from tests.nlu.shared import Line, library, training_lines
from tests.support.content import intents

_MARKUP = re.compile(r"\[[^\]]*\]\s*[({]|[{}]")
ALL = [*training_lines(), *training_lines("follow_ups")]


def _places(lines: list[Line]) -> list[str]:
    return [line.place for line in lines]


def test_no_question_stands_twice() -> None:
    first: dict[str, Line] = {}
    doubled = []
    for line in ALL:
        before = first.setdefault(" ".join(line.text.casefold().split()), line)
        doubled += [f"{line.place} repeats {before.place}"] if before is not line else []
    assert doubled == []


def test_no_question_stands_under_two_intents_marks_aside() -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in ALL:
        found[" ".join(re.findall(r"\w+", line.text.casefold())) or line.text].add(line.intent)
    assert len(found) > len(ALL) / 2
    assert {text: intents for text, intents in found.items() if len(intents) > 1} == {}


def test_no_question_carries_markup() -> None:
    assert _places([line for line in ALL if _MARKUP.search(line.text)]) == []


def test_markup_would_be_found() -> None:
    assert all(_MARKUP.search(text) for text in ("[4S](stage)", "has [4S] {x", "a }", '[4S]{"entity": "stage"}'))
    assert not _MARKUP.search("what is [MIBG] and (why)")


def test_no_question_is_empty_or_begins_like_a_payload() -> None:
    assert _places([line for line in ALL if not line.text.strip() or line.text.startswith("/")]) == []


def test_every_follow_up_leans_on_a_topic_and_leads_to_something_known() -> None:
    lines = training_lines("follow_ups")
    assert len(lines) > 100
    read = {line.place: example(line.text) for line in lines}
    assert [place for place, one in read.items() if one is None or one.last not in library().topics] == []
    known = {*library().topics, *intents()}
    assert _places([line for line in lines if line.intent not in known]) == []
    assert [place for place, one in read.items() if one and not known.issuperset(one.also)] == []


def test_what_a_follow_up_knows_of_the_child_is_a_subject_of_the_content() -> None:
    told = {fact for line in training_lines("follow_ups") if (one := example(line.text)) for fact in one.facts}
    assert len(told) > 5
    assert told - set(library().subjects) == set()


def test_no_question_is_taken_for_a_follow_up() -> None:
    assert _places([line for line in training_lines() if example(line.text)]) == []


def test_every_file_holds_lists_of_questions_and_nothing_else() -> None:
    for path in [*QUESTIONS.rglob("*"), *QUESTIONS.with_name("follow_ups").rglob("*")]:
        assert path.is_dir() or path.suffix == ".yml", path
        if path.is_file():
            blocks = yaml.load(path.read_bytes(), yaml.CSafeLoader)
            assert set(blocks) == {"version", "nlu"}, path
            assert all(set(block) == {"intent", "examples"} for block in blocks["nlu"]), path
            rows = [row for block in blocks["nlu"] for row in block["examples"].splitlines()]
            assert [row for row in rows if not row.startswith("- ")] == [], path
