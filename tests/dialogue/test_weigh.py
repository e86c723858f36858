"""Candidates that mean the same add up; an answer needs weight, and a lead over the next."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.thresholds import ANSWER_FROM, MARGIN, MOST_OFFERED, OFFER_FROM
from dialogue.understand import Meaning, weigh
from knowledge.library import Library
from tests.dialogue.turns import Ranked, said

MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS")


A_BIT = 0.01


def _weigh(library: Library, *ranked: Ranked, memory: Memory | None = None) -> Meaning:
    turn = said("a message with neuroblastoma in it", *ranked)
    return weigh(turn.candidates, turn, memory or Memory(), library)


def test_candidates_that_lead_to_one_topic_add_up(library: Library) -> None:
    meaning = _weigh(library, ("staging.ms", 0.3), ("treatment.ms", 0.28), ("follow.treatment", 0.27), memory=MS)
    assert meaning.best == "treatment.ms"
    assert meaning.targets[0][1] == pytest.approx(0.55)
    assert meaning.sure


def test_what_is_declined_for_whatever_reason_adds_up(library: Library) -> None:
    meaning = _weigh(
        library, ("tests.mri", 0.36), ("not_covered.cost", 0.3), ("out_of_scope", 0.2), ("other_disease", 0.1)
    )
    assert meaning.best == "not_covered.cost"
    assert meaning.sure


def test_an_answer_needs_weight(library: Library) -> None:
    assert _weigh(library, ("tests.mri", ANSWER_FROM + A_BIT)).sure
    assert not _weigh(library, ("tests.mri", ANSWER_FROM - A_BIT)).sure


def test_an_answer_needs_a_lead(library: Library) -> None:
    assert _weigh(library, ("tests.mri", 0.5), ("tests.ct", 0.5 - MARGIN - A_BIT)).sure
    near = _weigh(library, ("tests.mri", 0.5), ("tests.ct", 0.5 - MARGIN + A_BIT))
    assert not near.sure
    assert near.topics(library) == ("tests.mri", "tests.ct")


def test_only_likely_topics_are_offered_and_not_too_many(library: Library) -> None:
    topics = [("tests.mri", 0.3), ("tests.ct", 0.29), ("tests.pet", 0.28), ("tests.mibg", 0.27)]
    offered = Meaning((("talk.more", 0.9), *topics), sure=False).topics(library)
    assert offered == tuple(id_ for id_, _ in topics[:MOST_OFFERED])
    assert Meaning((("tests.mri", OFFER_FROM - 0.001),), sure=False).topics(library) == ()
