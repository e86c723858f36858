"""Whether a message is a question of ours at all."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.ours import is_ours
from dialogue.understand import understand
from knowledge.library import Library
from tests.dialogue.turns import said

SURE = ("tests.mri", 0.7)


def test_a_plain_question_is_ours(library: Library) -> None:
    assert is_ours(0.8, 0.02, 0.0)
    assert understand(said("what is an mri", SURE), Memory(), library).sure


@pytest.mark.parametrize("strange", [0.5, 0.75, 1.0])
def test_a_question_in_words_nobody_asked_with_is_not(strange: float, library: Library) -> None:
    assert not is_ours(0.8, 0.02, strange)
    assert not understand(said("mri of a mummy", SURE, strange=strange), Memory(), library).sure


@pytest.mark.parametrize("other", ["other_disease", "out_of_scope"])
def test_a_question_half_on_other_matters_is_not(other: str, library: Library) -> None:
    turn = said("mri for dogs", ("tests.mri", 0.55), (other, 0.4), strange=0.2)
    assert not understand(turn, Memory(), library).sure


def test_a_follow_up_at_the_start_counts_for_where_it_leads(library: Library) -> None:
    meaning = understand(said("how is it treated", ("follow.treatment", 0.9)), Memory(), library)
    assert (meaning.best, meaning.sure) == ("treatment.overview", True)


def test_after_an_answer_only_a_message_of_strange_words_alone_says_nothing(library: Library) -> None:
    memory = Memory(topic="tests.ct")
    for strange, sure in ((0.75, True), (1.0, False)):
        turn = said("x", SURE, after=(SURE,), strange=strange)
        assert understand(turn, memory, library).sure is sure


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_shares_of_nothing_and_of_everything_can_be_weighed(share: float) -> None:
    assert is_ours(share, 1 - share, 0.0) is (share > 0)
