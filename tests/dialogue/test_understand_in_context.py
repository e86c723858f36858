"""After an answer, what the message means there decides."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.thresholds import ANSWER_IN_CONTEXT_FROM, MARGIN
from dialogue.understand import Meaning, understand
from knowledge.library import Library
from tests.dialogue.turns import Ranked, part, pressed, said

MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS")
GOUT = ("other_illness:gout",)
A_BIT = 0.01


def _after(library: Library, *ranked: Ranked, subjects: tuple[str, ...] = ()) -> Meaning:
    turn = said("what about that", ("tests.pet", 0.9), subjects=subjects, after=ranked)
    return understand(turn, MS, library)


def test_it_counts_before_what_the_message_means_alone(library: Library) -> None:
    turn = said("the scan then", ("tests.mri", 0.9), after=(("tests.ct", 0.8), ("tests.mri", 0.1)))
    assert understand(turn, MS, library).best == "tests.ct"
    assert understand(turn, Memory(), library).best == "tests.mri"


def test_an_answer_needs_its_weight_there_and_no_lead(library: Library) -> None:
    enough = ANSWER_IN_CONTEXT_FROM + A_BIT
    near = _after(library, ("tests.ct", enough), ("tests.mri", enough - MARGIN / 2))
    assert (near.best, near.sure) == ("tests.ct", True)
    assert not _after(library, ("tests.ct", ANSWER_IN_CONTEXT_FROM - A_BIT)).sure


def test_what_is_not_sure_there_is_offered(library: Library) -> None:
    meaning = _after(library, ("tests.ct", 0.2), ("talk.more", 0.15), ("tests.mri", 0.1))
    assert not meaning.sure
    assert meaning.topics(library) == ("tests.ct", "tests.mri")


@pytest.mark.parametrize("intent", ["small_talk.thanks", "talk.more", "not_covered.diet", "out_of_scope"])
def test_what_is_no_topic_is_understood_there_too(intent: str, library: Library) -> None:
    meaning = _after(library, (intent, 0.7), ("tests.ct", 0.2))
    assert (meaning.best, meaning.sure) == (intent, True)


def test_where_there_is_nothing_in_context_the_message_is_read_alone(library: Library) -> None:
    assert _after(library).best == "tests.pet"


def test_another_illness_named_is_declined_though_a_topic_is_likelier(library: Library) -> None:
    assert _after(library, ("treatment.ms", 0.8), ("tests.ct", 0.1)).best == "treatment.ms"
    declined = _after(library, ("treatment.ms", 0.8), ("tests.ct", 0.1), subjects=GOUT)
    assert (declined.best, declined.sure) == ("other_disease", True)


def test_ours_beside_another_illness_is_answered(library: Library) -> None:
    turn = said("is nb worse than gout", subjects=GOUT, after=(("prognosis.outlook", 0.6),))
    assert understand(turn, MS, library).best == "prognosis.outlook"


@pytest.mark.parametrize("topic", ["late-effects", "about.risk-factors"])
def test_a_topic_that_speaks_of_other_illnesses_is_answered_when_one_is_named(topic: str, library: Library) -> None:
    assert _after(library, (topic, 0.6), ("tests.ct", 0.2), subjects=GOUT).best == topic


@pytest.mark.parametrize("likeliest", ["not_covered.other_medicine", "out_of_scope"])
def test_what_is_declined_is_named_by_the_messages_likeliest_intent(likeliest: str, library: Library) -> None:
    alone = (("tests.ct", 0.5), (likeliest, 0.3), ("other_disease", 0.1))
    turn = said("is that gout", *alone, subjects=GOUT, after=(("treatment.ms", 0.8),))
    assert understand(turn, MS, library).best == likeliest


def test_and_for_another_stage_still_asks_the_last_question_again(library: Library) -> None:
    turn = said(
        "and for stage L1?", ("follow.subject", 0.9), subjects=("stage:L1",), after=(("treatment.low-risk", 0.9),)
    )
    assert understand(turn, MS, library) == Meaning((("staging.l1", 1.0),), sure=True)


def test_what_is_told_of_the_childs_risk_group_adds_up(library: Library) -> None:
    turn = said(
        "what will they do", after=(("risk.groups", 0.35), ("treatment.low-risk", 0.3), ("treatment.high-risk", 0.2))
    )
    assert understand(turn, Memory(topic="tests.ct", risk_group="high"), library).targets[0] == (
        "treatment.high-risk",
        pytest.approx(0.5),
    )
    assert understand(turn, Memory(topic="tests.ct"), library).best == "risk.groups"


def test_a_button_still_means_what_it_says(library: Library) -> None:
    assert understand(pressed("tests.mri"), MS, library) == Meaning((("tests.mri", 1.0),), sure=True)


def test_the_one_clear_question_of_an_unclear_message_is_still_found(library: Library) -> None:
    parts = (part("what is an mri?", ("tests.mri", 0.9)), part("are you there?", ("small_talk.greet", 0.9)))
    unclear = said("long story. what is an mri?", parts=parts, after=(("tests.ct", 0.2),))
    clear = said("long story. what is an mri?", parts=parts, after=(("tests.ct", 0.6),))
    assert understand(unclear, MS, library).best == "tests.mri"
    assert understand(clear, MS, library).best == "tests.ct"
