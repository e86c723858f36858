"""Every intent has its questions, and stands in the domain."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from nlu.domain import DOMAIN, SAFETY_INTENTS
from tests.nlu.shared import library, training_lines
from tests.support.content import intents

FEWEST = 25
ALL = [*training_lines(), *training_lines("follow_ups")]
GROUPS = ("small_talk.", "not_covered.", "follow.", "talk.")


def test_there_are_questions() -> None:
    assert len(training_lines()) > FEWEST * len(library().topics)
    assert len({line.place for line in ALL}) == len(ALL)


def test_every_topic_has_an_intent_with_enough_questions() -> None:
    counts = Counter(line.intent for line in training_lines())
    assert len(library().topics) > 50
    assert {topic: counts[topic] for topic in library().topics if counts[topic] < FEWEST} == {}


def test_every_other_intent_has_enough_questions_too() -> None:
    counts = Counter(line.intent for line in training_lines())
    assert {intent: count for intent, count in counts.items() if count < FEWEST} == {}


def test_every_intent_is_in_the_domain() -> None:
    known = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["intents"]
    assert {line.intent for line in ALL} == set(intents()) == set(known) - {*SAFETY_INTENTS, "nlu_fallback"}


def test_an_intent_is_a_topic_or_belongs_to_a_group_we_know() -> None:
    others = set(intents()) - set(library().topics) - {"other_disease", "out_of_scope"}
    assert [intent for intent in others if not intent.startswith(GROUPS)] == []


@pytest.mark.parametrize(
    "intent",
    [
        *("small_talk.greet", "small_talk.thanks", "small_talk.goodbye", "small_talk.capabilities"),
        *("small_talk.are_you_human", "small_talk.who_are_you", "not_covered.diet", "not_covered.doses"),
        *("not_covered.cost", "not_covered.numbers", "not_covered.other_medicine", "other_disease", "out_of_scope"),
        *("follow.treatment", "follow.tests", "follow.signs", "follow.outlook", "follow.subject", "follow.statement"),
        *("talk.more", "talk.why", "talk.sources", "talk.menu", "talk.yes", "talk.no", "talk.repeat", "talk.simpler"),
        *("talk.explain_word", "talk.doctor_question"),
    ],
)
def test_what_is_not_a_topic_is_understood_too(intent: str) -> None:
    assert intent in intents()


def test_every_aspect_of_a_follow_up_has_an_intent() -> None:
    aspects = [intent.removeprefix("follow.") for intent in intents() if intent.startswith("follow.")]
    assert set(library().aspect_defaults) <= set(aspects)
