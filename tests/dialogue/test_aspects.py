"""What side of its subject a topic tells, and the same side of another subject."""

from __future__ import annotations

import pytest

from dialogue.followup import about_subject, aspect_of, for_the_child, of_childs_group, same_aspect, subject_of
from dialogue.memory import Memory
from knowledge.library import Library
from tests.dialogue.turns import said

HIGH = Memory(topic="risk.high", subject="risk_group:high", risk_group="high")


def test_every_subjects_own_topics_are_told_apart_by_aspect(library: Library) -> None:
    assert aspect_of("treatment.ms", library) == "treatment"
    assert aspect_of("relapse.high-risk", library) == "relapse"
    assert aspect_of("prognosis.outlook", library) == "outlook"
    assert aspect_of("staging.ms", library) == "meaning"
    assert aspect_of("support.helplines", library) == aspect_of(None, library) == "meaning"


def test_a_topic_of_one_subject_belongs_to_it_and_a_topic_of_several_to_none(library: Library) -> None:
    assert subject_of("staging.ms", library) == "stage:MS"
    assert subject_of("staging.descriptive", library) is None
    assert subject_of("support.helplines", library) is None


@pytest.mark.parametrize(
    ("topic", "subject", "answer"),
    [
        ("staging.l1", "stage:M", "staging.m"),
        ("treatment.high-risk", "risk_group:low", "treatment.low-risk"),
        ("relapse.high-risk", "risk_group:low", "relapse.low-risk"),
        ("treatment.high-risk", "gene:MYCN", "tests.mycn"),
        ("treatment.high-risk", "gene:NONE", None),
    ],
)
def test_and_for_another_subject_keeps_the_aspect(
    topic: str, subject: str, answer: str | None, library: Library
) -> None:
    assert same_aspect(subject, Memory(topic=topic), library) == answer


def test_a_subject_without_that_aspect_gives_its_own_page(library: Library) -> None:
    assert about_subject("drug:dinutuximab", "age", library) == "treatment.dinutuximab"
    assert about_subject("drug:nothing", "age", library) is None


def test_will_she_need_it_asks_for_the_plan_of_her_group(library: Library) -> None:
    asked = said("will she need radiation")
    assert for_the_child("treatment.radiation", asked, HIGH, library) == "treatment.high-risk"
    assert for_the_child("treatment.radiation", said("what is radiation"), HIGH, library) is None
    assert for_the_child("tests.mri", asked, HIGH, library) is None
    assert for_the_child("treatment.radiation", asked, Memory(subject="gene:ALK"), library) is None
    assert for_the_child("treatment.radiation", asked, Memory(), library) is None


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("treatment.low-risk", "treatment.high-risk"),
        ("relapse.intermediate-risk", "relapse.high-risk"),
        ("treatment.high-risk", "treatment.high-risk"),
        ("treatment.ms", "treatment.ms"),
        ("support.helplines", "support.helplines"),
        ("talk.more", "talk.more"),
    ],
)
def test_of_another_risk_group_the_same_is_told_of_the_childs_own(topic: str, answer: str, library: Library) -> None:
    assert of_childs_group(topic, said("and the plan"), HIGH, library) == answer
    assert of_childs_group(topic, said("and the plan"), Memory(stage="M"), library) == topic


def test_a_risk_group_the_message_names_is_told_whatever_the_childs_is(library: Library) -> None:
    named = said("and low risk", subjects=("risk_group:low",))
    assert of_childs_group("treatment.low-risk", named, HIGH, library) == "treatment.low-risk"
