"""Everything a family can mean after an answer has its place, and topics know those they belong with."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from dialogue.understand import FOLLOW
from nlu.in_context.meanings import OTHERS, Matrix, Meanings
from tests.support.content import intents, library

MEANINGS = Meanings(library())
ITSELF, RELATED, BACK, GROUP, SUBJECT = range(5)


def _meant(relation: int, topic: str) -> set[str]:
    return {MEANINGS.names[at] for at in np.flatnonzero(MEANINGS.relations[relation][MEANINGS.at[topic]])}


def _topics(relation: int) -> Matrix:
    return MEANINGS.relations[relation][:, : len(MEANINGS.topics)]


def test_every_intent_has_a_meaning_or_is_an_open_follow_up() -> None:
    open_ones = {intent for intent in intents() if MEANINGS.of(intent) is None}
    assert open_ones == {intent for intent in intents() if intent.startswith(FOLLOW)}
    assert {MEANINGS.of(intent) for intent in intents()} - {None} == set(MEANINGS.names)


def test_every_topic_is_a_meaning_of_its_own() -> None:
    assert [MEANINGS.of(topic) for topic in library().topics] == list(library().topics)
    assert len(MEANINGS) == len(library().topics) + len(OTHERS)
    assert [MEANINGS.at[name] for name in MEANINGS.names] == list(range(len(MEANINGS)))


@pytest.mark.parametrize(
    ("intent", "meaning"),
    [
        *(("talk.more", "talk.more"), ("talk.menu", "talk"), ("talk.yes", "talk"), ("small_talk.thanks", "small_talk")),
        *(("not_covered.diet", "declined"), ("other_disease", "declined"), ("out_of_scope", "declined")),
        *(("follow.treatment", None), ("nlu_fallback", None), ("", None)),
    ],
)
def test_what_is_answered_alike_is_one_meaning(intent: str, meaning: str | None) -> None:
    assert MEANINGS.of(intent) == meaning


def test_a_topic_is_itself_and_of_its_own_group() -> None:
    for topic in library().topics:
        assert _meant(ITSELF, topic) == {topic}
        assert topic in _meant(GROUP, topic)
    assert {"staging.m", "staging.l1"} < _meant(GROUP, "staging.ms")
    assert all(name.startswith("staging.") for name in _meant(GROUP, "staging.ms"))


def test_related_topics_are_those_the_content_names_and_they_know_it_in_return() -> None:
    for topic in library().topics.values():
        assert _meant(RELATED, topic.id) == set(topic.related.values()) & set(library().topics)
    assert _topics(RELATED).any()
    assert_array_equal(_topics(BACK), _topics(RELATED).T)


def test_topics_of_one_subject_belong_together() -> None:
    assert {"staging.ms", "treatment.ms"} <= _meant(SUBJECT, "staging.ms") & _meant(SUBJECT, "treatment.ms")
    assert _meant(SUBJECT, "support.helplines") == set()


def test_nothing_but_topics_is_related() -> None:
    for relation in MEANINGS.relations:
        assert relation.shape == (len(library().topics), len(MEANINGS))
        assert not relation[:, len(library().topics) :].any()


def test_a_subject_has_the_places_of_its_topics_and_an_unknown_one_none() -> None:
    assert {MEANINGS.names[at] for at in MEANINGS.of_subject("stage:MS")} >= {"staging.ms", "treatment.ms"}
    assert all(MEANINGS.of_subject(subject) for subject in library().subjects)
    assert MEANINGS.of_subject("stage:IX") == []
