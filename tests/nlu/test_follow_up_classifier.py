"""Which topic a short message means after the last answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.follow_up_classifier import FollowUpClassifier
from nlu.components.keys import IN_CONTEXT, LAST_TOPIC, PLAIN
from tests.nlu.bench import Bench, read, training_data

LAST = "staging.ms"


def _ranking(components: list[Any], text: str, last: str = LAST) -> dict[str, float]:
    return {one["name"]: one["confidence"] for one in read(components, text, topic=last).get(IN_CONTEXT)}


@pytest.mark.parametrize(
    ("text", "topic"), [("what does stage MS mean", "staging.ms"), ("how long is surgery", "treatment.surgery")]
)
@pytest.mark.parametrize("last", ["staging.ms", "treatment.surgery", "tests.mibg"])
def test_a_full_question_leads_to_its_topic_from_anywhere(trained: list[Any], text: str, topic: str, last: str) -> None:
    ranking = _ranking(trained[:5], text, last)
    assert next(iter(ranking)) == topic
    assert sum(ranking.values()) == pytest.approx(1, abs=1e-4)
    assert list(ranking.values()) == sorted(ranking.values(), reverse=True)


def test_the_same_words_may_mean_another_topic_after_another_answer(trained: list[Any]) -> None:
    after = [_ranking(trained[:5], "and that", last)["staging.ms"] for last in ("staging.ms", "treatment.surgery")]
    assert after[0] > after[1]


@pytest.mark.parametrize(("text", "last"), [("", LAST), ("and that", "no.topic"), ("word " * 13, LAST)])
def test_where_there_is_nothing_to_lean_on_nothing_is_ranked(trained: list[Any], text: str, last: str) -> None:
    message = read(trained[:5], text, topic=last)
    assert message.get(IN_CONTEXT) == []
    assert message.as_dict(only_output_properties=True)["in_context"] == []


def test_the_start_of_a_conversation_has_no_context(trained: list[Any]) -> None:
    assert read(trained[:5], "how long is surgery").get(IN_CONTEXT) == []


@pytest.mark.parametrize("text", ["how long is surgery", "what does it mean"])
def test_trained_and_loaded_it_ranks_the_same(bench: Bench, trained: list[Any], text: str) -> None:
    loaded = [*trained[:4], bench.load(FollowUpClassifier)]
    assert len(_ranking(trained[:5], text)) >= 2
    assert _ranking(loaded, text) == pytest.approx(_ranking(trained[:5], text), abs=1e-4)


def test_the_ranking_is_as_long_as_asked(bench: Bench, trained: list[Any]) -> None:
    assert len(_ranking([*trained[:4], bench.load(FollowUpClassifier, ranking_length=1)], "how long")) == 1


def test_without_examples_it_trains_and_ranks_nothing(tmp_path: Path) -> None:
    other = Bench(tmp_path)
    component = other.create(FollowUpClassifier)
    component.train(training_data())
    for one in (component, other.load(FollowUpClassifier)):
        message = Message({TEXT: "why", PLAIN: "why", LAST_TOPIC: LAST, INTENT: None})
        assert one.process([message])[0].get(IN_CONTEXT) == []
