"""What is remembered goes into slots and comes back the same."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import yaml

from dialogue.memory import Memory

FULL = Memory(
    topic="staging.ms",
    subject="stage:MS",
    stage="MS",
    risk_group="low",
    disease_state="relapsed",
    offered=("tests.ct", "tests.mri"),
    misses=1,
    asked=2,
    told=True,
    said=("one", "two"),
    country="ES",
    questions=("staging.ms#1", "outlook#2"),
)


def test_a_memory_comes_back_from_its_slots() -> None:
    assert all(getattr(FULL, field.name) != getattr(Memory(), field.name) for field in fields(Memory))
    for memory in (FULL, Memory()):
        assert Memory.from_slots(json.loads(json.dumps(memory.to_slots()))) == memory


def test_slots_never_set_have_their_defaults() -> None:
    assert Memory.from_slots({}) == Memory()
    assert Memory.from_slots(dict.fromkeys(Memory().to_slots())) == Memory()


def test_other_slots_and_numbers_of_another_kind_do_no_harm() -> None:
    assert Memory.from_slots({"session_started_metadata": {}, "misses": 2.0, "asked": "1"}) == Memory(misses=2, asked=1)


def test_the_slots_are_those_of_the_domain() -> None:
    domain = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text(encoding="utf-8"))
    assert set(Memory().to_slots()) == set(domain["slots"])


def test_only_the_last_replies_are_kept_newest_last() -> None:
    memory = Memory()
    for text in "abcd":
        memory = Memory(said=memory.after_saying(text))
    assert memory.said == ("b", "c", "d")
