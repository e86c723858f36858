"""What a message means: a button, the last question asked again, its candidates, or the one clear part of it."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.turn import Turn
from dialogue.understand import Meaning, leans_back, resolve, understand, weigh
from knowledge.library import Library
from tests.dialogue.turns import part, pressed, said

MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS")


def test_nothing_understood_is_not_sure(library: Library) -> None:
    meaning = understand(Turn("🙂"), MS, library)
    assert (meaning.best, meaning.sure, meaning.topics(library)) == ("", False, ())


def test_a_button_means_what_it_says(library: Library) -> None:
    assert understand(pressed("tests.mri"), MS, library) == Meaning((("tests.mri", 1.0),), sure=True)


def test_and_for_another_stage_asks_the_last_question_again(library: Library) -> None:
    turn = said("and for stage L1?", ("follow.subject", 0.9), subjects=("stage:L1",))
    assert understand(turn, Memory(topic="treatment.ms", subject="stage:MS"), library).best == "staging.descriptive"
    assert understand(turn, MS, library).best == "staging.l1"


@pytest.mark.parametrize(
    ("intent", "subjects", "answer"),
    [
        ("follow.subject", ("stage:L2",), "staging.l2"),
        ("follow.statement", ("risk_group:high",), "risk.high"),
        ("follow.statement", (), "follow.statement"),
        ("follow.treatment", (), "treatment.ms"),
        ("tests.mri", (), "tests.mri"),
    ],
)
def test_what_a_candidate_stands_for_depends_on_what_was_said(
    intent: str, subjects: tuple[str, ...], answer: str, library: Library
) -> None:
    turn = said("so", (intent, 0.9), subjects=subjects)
    assert resolve(turn.alone, turn, MS, library) == answer


def test_a_short_message_without_a_subject_of_its_own_leans_back() -> None:
    assert leans_back(said("is that bad"))
    assert not leans_back(said("is neuroblastoma bad"))
    assert not leans_back(said("is it bad", subjects=("stage:M",)))
    assert not leans_back(said("is it bad " * 5))


def test_the_one_clear_question_of_an_unclear_message_is_understood(library: Library) -> None:
    clear, chat = part("what is an mri?", ("tests.mri", 0.9)), part("are you there?", ("small_talk.greet", 0.9))
    turn = said("long story. what is an mri?", ("tests.ct", 0.3), parts=(chat, clear))
    assert understand(turn, Memory(), library) == weigh(clear.candidates, turn, Memory(), library)
    two = said("x", ("tests.ct", 0.3), parts=(clear, part("and a ct?", ("tests.ct", 0.9))))
    assert not understand(two, Memory(), library).sure
