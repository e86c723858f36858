"""config.yml says what the rest of the project relies on."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from dialogue.thresholds import ANSWER_FROM, MARGIN
from nlu import train
from nlu.components.question_classifier import QuestionClassifier
from nlu.domain import ROOT
from tests.nlu.bench import PIPELINE

CONFIG = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"].rpartition(".")[2]: step for step in CONFIG["pipeline"]}


def test_the_model_and_the_dialogue_are_sure_from_the_same_point() -> None:
    fallback = STEPS["FallbackClassifier"]
    assert (fallback["threshold"], fallback["ambiguity_threshold"]) == (ANSWER_FROM, MARGIN)


def test_the_fallback_stands_after_the_classifier() -> None:
    names = list(STEPS)
    assert len(names) == len(CONFIG["pipeline"])
    assert names.index("FallbackClassifier") > names.index("QuestionClassifier")


@pytest.mark.parametrize("component", PIPELINE)
def test_every_setting_of_ours_is_one_the_component_knows(component: Any) -> None:
    step = STEPS[component.__name__]
    known = component.get_default_config()
    assert set(step) - {"name"} <= set(known)
    if hasattr(component, "validate_config"):
        component.validate_config({**known, **step})


def test_training_tells_only_of_steps_there_are() -> None:
    assert set(train._STEPS) - {policy["name"] for policy in CONFIG["policies"]} <= set(STEPS)


def test_the_ranking_is_long_enough_for_suggestions() -> None:
    assert STEPS["QuestionClassifier"]["ranking_length"] >= 20
    assert 0 < STEPS["QuestionClassifier"]["vote"] < 1


def test_the_vote_compares_features_that_exist() -> None:
    vectors = 384 + STEPS["NgramFeaturizer"]["dimensions"]
    assert 384 < QuestionClassifier.get_default_config()["vote_dimensions"] <= vectors


def test_what_nobody_understood_is_clarified() -> None:
    (policy,) = CONFIG["policies"]
    assert policy["name"] == "RulePolicy"
    assert policy["core_fallback_action_name"] == "action_clarify"
    assert policy["enable_fallback_prediction"] is True
