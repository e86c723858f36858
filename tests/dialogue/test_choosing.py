"""Taking or refusing what was offered, and the menu."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import choose, refuse
from dialogue.outcome import Outcome
from dialogue.turn import Turn
from knowledge.library import Library

THREE = ("tests.ct", "tests.mri", "tests.pet")
OFFERED = Memory(topic="staging.ms", offered=THREE, misses=1)


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("yes", "tests.ct"),
        ("that one please", "tests.ct"),
        ("the first one", "tests.ct"),
        ("1", "tests.ct"),
        ("one", "tests.ct"),
        ("The SECOND one", "tests.mri"),
        ("number 2", "tests.mri"),
        ("3rd", "tests.pet"),
        ("the last one", "tests.pet"),
        ("the fourth one", None),
        ("number 7", None),
    ],
)
def test_what_was_offered_is_picked_by_its_place(text: str, picked: str | None) -> None:
    assert choose.chosen(text, THREE) == picked


def test_nothing_can_be_picked_when_nothing_was_offered() -> None:
    assert choose.chosen("the first one", ()) is None


def test_a_long_list_can_be_picked_from_to_its_end(library: Library) -> None:
    longest = max((group.topics for group in library.groups.values()), key=len)
    assert [choose.chosen(f"number {at}", longest) for at in range(1, len(longest) + 1)] == list(longest)


def test_yes_answers_what_was_offered(library: Library) -> None:
    step = choose.reply(Turn("yes"), OFFERED, library)
    assert (step.reply.outcome, step.reply.topic, step.memory.offered) == (Outcome.ANSWERED, "tests.ct", ())


def test_yes_after_an_answer_tells_more(library: Library) -> None:
    assert "in more detail" in choose.reply(Turn("yes"), Memory(topic="tests.ct", asked=1), library).reply.text
    assert choose.reply(Turn("yes"), Memory(), library).reply.outcome is Outcome.CLARIFY


def test_no_after_an_offer_is_a_miss(library: Library) -> None:
    step = refuse.reply(Turn("no"), OFFERED, library)
    assert step.reply.text.startswith("Then I misunderstood")
    assert (step.memory.offered, step.memory.misses, step.memory.topic) == ((), 2, "staging.ms")


def test_no_after_an_answer_ends_the_subject_without_blame(library: Library) -> None:
    step = refuse.reply(Turn("no"), Memory(topic="staging.ms"), library)
    assert step.reply.outcome is Outcome.SMALL_TALK
    assert step.reply.text.startswith("Choose a part")
    assert step.memory.misses == 0
