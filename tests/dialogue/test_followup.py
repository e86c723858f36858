"""A follow-up leads to the topic of what the conversation is about."""

from __future__ import annotations

import pytest

from dialogue.followup import of_childs_group, target
from dialogue.memory import Memory
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import said

HOW = said("how is that treated")
HIGH = Memory(topic="risk.high", subject="risk_group:high", risk_group="high")
RELAPSED = Memory(topic="relapse.meaning", subject="disease_state:relapsed", disease_state="relapsed")


def test_without_anything_said_every_aspect_has_its_general_topic(library: Library) -> None:
    assert library.aspect_defaults
    for aspect, general in library.aspect_defaults.items():
        assert target(aspect, Turn("hm"), Memory(), library) == general


@pytest.mark.parametrize(
    ("aspect", "memory", "answer"),
    [
        ("treatment", Memory(topic="staging.ms", subject="stage:MS"), "treatment.ms"),
        ("treatment", Memory(topic="tests.alk", subject="gene:ALK"), "treatment.alk-inhibitors"),
        ("inherited", Memory(topic="tests.alk", subject="gene:ALK"), "about.genetic-testing"),
        ("meaning", Memory(topic="treatment.ms", subject="stage:MS"), "staging.ms"),
        ("treatment", HIGH, "treatment.high-risk"),
        ("relapse", HIGH, "relapse.high-risk"),
        ("treatment", RELAPSED, "relapse.overview"),
        ("signs", RELAPSED, "symptoms.relapse"),
        ("causes", RELAPSED, "relapse.causes"),
        ("trials", RELAPSED, "trials.relapse"),
    ],
)
def test_the_subject_of_the_last_answer_comes_first(aspect: str, memory: Memory, answer: str, library: Library) -> None:
    assert target(aspect, HOW, memory, library) == answer


@pytest.mark.parametrize(
    ("aspect", "topic", "answer"),
    [
        ("treatment", "staging.idrf", "treatment.surgery"),
        ("tests", "tests.pathology", "tests.biopsy"),
        ("followup", "treatment.chemotherapy", "followup"),
        ("signs", "relapse.cns", "symptoms.relapse"),
    ],
)
def test_then_what_the_last_topic_or_its_group_leads_to(aspect: str, topic: str, answer: str, library: Library) -> None:
    assert target(aspect, HOW, Memory(topic=topic), library) == answer


def test_a_subject_in_the_message_comes_before_the_last_answer(library: Library) -> None:
    asked = said("how is stage ms treated", subjects=("stage:MS",))
    assert target("treatment", asked, HIGH, library) == "treatment.ms"
    assert target("side_effects", said("x", subjects=("drug:dinutuximab",)), HIGH, library) == "side-effects"


def test_a_subject_nobody_knows_is_passed_over(library: Library) -> None:
    assert target("treatment", said("x", subjects=("stage:IX",)), HIGH, library) == "treatment.high-risk"


def test_what_is_known_of_the_child_serves_when_the_child_is_spoken_of(library: Library) -> None:
    elsewhere = Memory(topic="tests.mibg", subject="test:MIBG scan", risk_group="high")
    assert target("treatment", said("how will they treat her"), elsewhere, library) == "treatment.high-risk"


def test_a_relapse_makes_treatment_that_of_the_childs_group(library: Library) -> None:
    known = Memory(topic="relapse.meaning", risk_group="intermediate", disease_state="relapsed")
    assert target("treatment", HOW, known, library) == "relapse.intermediate-risk"


def test_a_relapse_in_the_message_counts_like_one_that_was_told(library: Library) -> None:
    asked = said("how is a relapse treated", subjects=("disease_state:relapsed",))
    assert target("treatment", asked, Memory(risk_group="high"), library) == "relapse.high-risk"
    assert target("treatment", asked, Memory(), library) == "relapse.overview"


def test_one_word_is_enough_to_leave_the_childs_own_risk_group(library: Library) -> None:
    told = Memory(topic="relapse.intermediate-risk", subject="risk_group:intermediate", risk_group="intermediate")
    asked = "and for kids who started off low"
    assert of_childs_group("relapse.low-risk", said(asked), told, library) == "relapse.low-risk"
    assert of_childs_group("relapse.low-risk", said("and if it comes back"), told, library) == (
        "relapse.intermediate-risk"
    )
