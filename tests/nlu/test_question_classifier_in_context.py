"""After an answer, what a message means there is ranked too, and is its intent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nlu.components.keys import IN_CONTEXT
from nlu.components.question_classifier import QuestionClassifier
from tests.nlu.bench import FEATURES, QUESTIONS, Bench, parse, read, training_data

LAST = "staging.ms"


def _in_context(components: list[Any], text: str, last: str = LAST) -> dict[str, float]:
    return {one["name"]: one["confidence"] for one in read(components, text, topic=last).get(IN_CONTEXT)}


def test_the_start_of_a_conversation_has_no_context(trained: list[Any]) -> None:
    found = parse(trained, "how long is surgery")
    assert found["in_context"] == []
    assert found["intent"] == found["intent_ranking"][0]


@pytest.mark.parametrize("text", ["how is it treated", "what about it", "how long is surgery " * 90])
def test_after_an_answer_every_meaning_is_ranked_and_shares_are_no_more_than_one(trained: list[Any], text: str) -> None:
    found = _in_context(trained[:5], text)
    assert set(found) == set(QUESTIONS)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert 0 < sum(found.values()) <= 1 + 1e-5


@pytest.mark.parametrize("text", ["how is it treated", "what about it", "what does it mean"])
def test_the_best_after_the_answer_is_the_messages_intent(trained: list[Any], text: str) -> None:
    found = parse(trained, text, topic=LAST)
    assert found["intent"] == found["in_context"][0]


def test_what_the_message_means_alone_is_still_told(trained: list[Any]) -> None:
    alone, after = (parse(trained, "what about it", **slots)["intent_ranking"] for slots in ({}, {"topic": LAST}))
    assert after == alone


@pytest.mark.parametrize(
    ("text", "topic"), [("what does stage MS mean", "staging.ms"), ("how long is surgery", "treatment.surgery")]
)
@pytest.mark.parametrize("last", ["staging.ms", "treatment.surgery", "tests.mibg"])
def test_a_full_question_leads_to_its_topic_from_anywhere(trained: list[Any], text: str, topic: str, last: str) -> None:
    assert next(iter(_in_context(trained[:5], text, last))) == topic


def test_the_same_words_may_mean_another_topic_after_another_answer(trained: list[Any]) -> None:
    staging, surgery = (_in_context(trained[:5], "what about it", last) for last in ("staging.ms", "treatment.surgery"))
    assert staging["staging.ms"] > 2 * surgery["staging.ms"]
    assert surgery["treatment.surgery"] > 2 * staging["treatment.surgery"]


def test_thanks_are_thanks_and_lean_on_no_answer(trained: list[Any]) -> None:
    found = parse(trained, "thank you so much", topic=LAST)
    assert found["in_context"] == []
    assert found["intent"] == found["intent_ranking"][0]
    assert found["intent"]["name"] == "small_talk.thanks"


@pytest.mark.parametrize(("text", "last"), [("", LAST), ("what about it", "no.topic")])
def test_where_there_is_nothing_to_lean_on_nothing_is_ranked(trained: list[Any], text: str, last: str) -> None:
    assert parse(trained, text, topic=last)["in_context"] == []


@pytest.mark.parametrize("text", ["how long is surgery", "what does it mean", "what about it"])
def test_trained_and_loaded_it_ranks_the_same(loaded: Callable[..., list[Any]], trained: list[Any], text: str) -> None:
    assert _in_context(loaded(), text) == pytest.approx(_in_context(trained[:5], text), abs=1e-2)


def test_the_ranking_is_as_long_as_asked(loaded: Callable[..., list[Any]]) -> None:
    assert len(_in_context(loaded(ranking_length=1), "how long")) == 1


def test_without_follow_ups_it_trains_and_reads_every_message_by_itself(trained: list[Any], tmp_path: Path) -> None:
    other, data = Bench(tmp_path), training_data()
    for component in trained[: len(FEATURES)]:
        data = component.process_training_data(data)
    untaught = other.create(QuestionClassifier)
    untaught.train(data)
    for one in (untaught, other.load(QuestionClassifier)):
        found = parse([*trained[: len(FEATURES)], one], "how long is surgery", topic=LAST)
        assert found["in_context"] == []
        assert found["intent"]["name"] == "treatment.surgery"
