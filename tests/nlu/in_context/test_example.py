"""A line of ``nlu/follow_ups`` is an example: what was said, what is known of the child, and what was typed next."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import answer
from dialogue.turn import Turn
from knowledge.library import Library
from nlu.in_context.example import CHILD_SLOTS, Example, example, facts_of


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("staging.ms > how is it treated", Example("staging.ms", "how is it treated")),
        ("side-effects > and 5 > 3?", Example("side-effects", "and 5 > 3?")),
        ("tests.ct; stage:M > why", Example("tests.ct", "why", facts=("stage:M",))),
        (
            "relapse.where; risk_group:high; disease_state:relapsed > and now",
            Example("relapse.where", "and now", facts=("risk_group:high", "disease_state:relapsed")),
        ),
        ("tests.ct > whats that || talk.why", Example("tests.ct", "whats that", also=("talk.why",))),
        (
            "tests.ct; stage:M > so || treatment.stem-cell-rescue other_disease",
            Example("tests.ct", "so", ("stage:M",), ("treatment.stem-cell-rescue", "other_disease")),
        ),
    ],
)
def test_a_line_is_read_with_its_facts_and_what_answers_it_as_well(line: str, found: Example) -> None:
    assert example(line) == found


@pytest.mark.parametrize(
    "line",
    [
        *("is 5 > 3", "how is stage MS treated", "staging.ms >", "staging.ms > ", "", "> why", "staging.ms>why"),
        *("Staging.ms > why", "staging.ms; > why", "staging.ms; stage M > why", "tests.ct, stage:M > why"),
    ],
)
def test_what_is_no_example_is_told_apart(line: str) -> None:
    assert example(line) is None


def test_it_stands_where_a_conversation_stands_after_that_answer(library: Library) -> None:
    slots = ("topic", "subject", *CHILD_SLOTS)
    for topic in library.topics:
        live = answer.topic(topic, Turn("so"), Memory(), library).memory
        trained = Example(topic, "so").memory(library)
        assert {slot: getattr(trained, slot) for slot in slots} == {slot: getattr(live, slot) for slot in slots}


def test_the_last_topics_own_subject_is_known_of_the_child(library: Library) -> None:
    assert Example("staging.ms", "so").memory(library) == Memory(topic="staging.ms", subject="stage:MS", stage="MS")
    assert Example("tests.ct", "so").memory(library).stage is None


def test_what_the_family_told_before_is_remembered_beside_it(library: Library) -> None:
    memory = Example("staging.ms", "so", facts=("risk_group:low",)).memory(library)
    assert (memory.subject, memory.stage, memory.risk_group) == ("stage:MS", "MS", "low")
    other = Example("staging.ms", "so", facts=("stage:M",)).memory(library)
    assert (other.subject, other.stage) == ("stage:MS", "M")


def test_what_a_conversation_knows_of_the_child_reads_like_an_examples_facts(library: Library) -> None:
    facts = ("stage:M", "risk_group:high", "disease_state:relapsed")
    assert facts_of(Example("tests.ct", "so", facts=facts).memory(library)) == facts
    assert facts_of(Memory(topic="tests.ct")) == ()
