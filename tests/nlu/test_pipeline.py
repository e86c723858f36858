"""All our components together, in the order of config.yml."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from nlu.components.safety_reader import SafetyReader
from nlu.domain import ROOT
from tests.nlu.bench import PIPELINE, QUESTIONS, Bench, parse

ASKED = "Wat is 4S?  does he need sugery?"


def test_these_are_the_components_of_the_configuration_in_its_order() -> None:
    names = [step["name"] for step in yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]]
    ours = [name for name in names if name.startswith("nlu.")]
    assert ours == [f"{component.__module__}.{component.__name__}" for component in (*PIPELINE, SafetyReader)]


@pytest.mark.parametrize("text", [ASKED, "  My SONS 4s spred 🤞 ", "hi", "’"])
def test_the_text_stays_as_the_family_typed_it(trained: list[Any], text: str) -> None:
    assert parse(trained, text, topic="staging.ms")["text"] == text


def test_parts_and_context_come_out_with_their_rankings(trained: list[Any]) -> None:
    found = parse(trained, ASKED, topic="staging.ms")
    assert [part["text"] for part in found["parts"]] == ["Wat is 4S?", "does he need sugery?"]
    best = [part["intent_ranking"][0]["name"] for part in found["parts"]]
    assert best == ["staging.ms", "treatment.surgery"]
    assert {one["name"] for one in found["in_context"]} == set(QUESTIONS)


def test_subjects_come_out_with_their_places(trained: list[Any]) -> None:
    found = [(ASKED[e["start"] : e["end"]], e["entity"], e["value"]) for e in parse(trained, ASKED)["entities"]]
    assert found == [("4S", "stage", "MS"), ("sugery", "treatment", "surgery")]


def test_an_empty_message_gives_nothing(trained: list[Any]) -> None:
    found = parse(trained, "", topic="staging.ms")
    assert found.pop("intent") == {"name": None, "confidence": 0.0}
    assert found == {"text": "", "parts": [], "in_context": [], "strange": 0.0, "entities": []}


@pytest.mark.parametrize("text", ["?", "😀", "\u200b", "a" * 10_000, "4s " * 3_333, "\x00"])
def test_an_odd_message_gets_a_ranking(trained: list[Any], text: str) -> None:
    found = parse(trained, text, topic="staging.ms")
    assert len(found["intent_ranking"]) == 3
    assert found["intent"] in (found["intent_ranking"][0], *found["in_context"][:1])
    assert 0 <= found["strange"] <= 1


@pytest.mark.parametrize("text", [ASKED, "thank you", "how is it treated"])
def test_trained_and_loaded_the_pipeline_gives_the_same(bench: Bench, trained: list[Any], text: str) -> None:
    before, after = (parse(components, text, topic="staging.ms") for components in (trained, bench.loaded()))
    assert after.keys() == before.keys()
    assert after["entities"] == before["entities"]
    assert [part["text"] for part in after["parts"]] == [part["text"] for part in before["parts"]]
    assert after["strange"] == before["strange"]
    for key in ("intent_ranking", "in_context"):
        shares = [{one["name"]: one["confidence"] for one in found[key]} for found in (before, after)]
        assert shares[1] == pytest.approx(shares[0], abs=1e-2)
