"""Held-out questions are held out. Failures name them by their ids: nothing may repeat their words."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.heldout import everything
from evaluation.overlap import Index, near
from nlu.in_context.example import example
from nlu.train import ROOT
from tests.nlu.shared import training_lines

FOLLOW_UPS = ROOT / "nlu" / "follow_ups"


def _first_turns(row: dict[str, Any]) -> list[str]:
    """What was held out of a row: a conversation's later turns only lean on the first."""
    turns: list[str] = row["turns"]
    return turns[:1] if row["kind"] == "conversation" else turns


def _repeated(lines: dict[str, str]) -> list[str]:
    """``id ~ place`` for every held-out question that ``lines`` (question and place) repeat."""
    index = Index(lines)
    held = [(row["id"], turn) for row in everything() for turn in _first_turns(row)]
    return [f"{name} ~ {lines[line]}" for name, turn in held for line in near(turn, index)]


def test_no_held_out_question_is_a_training_question() -> None:
    lines = {line.text: line.place for line in training_lines()}
    assert len(lines) > 10_000
    if repeated := _repeated(lines):
        pytest.fail("remove these training lines:\n" + "\n".join(repeated), pytrace=False)


def test_a_training_question_repeating_one_would_be_found() -> None:
    stolen = {turn.upper(): "stolen.yml:1" for row in everything() for turn in _first_turns(row)}
    found = {one.partition(" ")[0] for one in _repeated(stolen)}
    assert found == {row["id"] for row in everything()}


def test_no_follow_up_example_is_a_held_out_turn_after_the_same_topic() -> None:
    lines = [line for path in FOLLOW_UPS.rglob("*.yml") for line in path.read_text().split("\n")]
    examples = [example(line.strip()[2:]) for line in lines]
    after: dict[str, set[str]] = {}
    for one in filter(None, examples):
        after.setdefault(one.text, set()).add(one.last)
    index = Index(after)
    for row in everything():
        for at, turn in enumerate(row["turns"]):
            leans_on = set(row["expected"][at - 1]) if at else set().union(*after.values())
            assert not [line for line in near(turn, index) if after[line] & leans_on], f"{row['id']}, turn {at}"
