"""Bulk questions go to the real model, and come back as they are promised."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from dialogue.outcome import Outcome
from knowledge.library import Library
from nlu.domain import ROOT
from tests.support.content import intents

ROWS = [{"id": "second", "turns": ["what is stage MS", "how is it treated"]}, {"id": "first", "turns": ["hello"]}]
FIELDS = ["outcome", "topic", "suggestions", "sources", "text", "buttons", "intent", "confidence"]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("ask")
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "evaluation", "--processes", "1", "ask", str(source), str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr[-2_000:]
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_every_row_is_answered_in_its_order_turn_by_turn(answered: list[dict[str, Any]]) -> None:
    assert [list(row) for row in answered] == [["id", "replies"]] * 2
    assert [(row["id"], len(row["replies"])) for row in answered] == [("second", 2), ("first", 1)]


def test_every_reply_has_exactly_these_fields(answered: list[dict[str, Any]]) -> None:
    replies = [reply for row in answered for reply in row["replies"]]
    assert [list(reply) for reply in replies] == [FIELDS] * 3
    for reply in replies:
        assert reply["outcome"] in [outcome.value for outcome in Outcome]
        assert reply["text"].strip()
        assert reply["intent"] in [*intents(), "nlu_fallback"]
        assert 0 < reply["confidence"] <= 1
        assert all(set(button) == {"title", "payload"} for button in reply["buttons"])


def test_the_second_turn_knows_the_first(answered: list[dict[str, Any]], library: Library) -> None:
    first, second = answered[0]["replies"]
    assert (first["outcome"], first["topic"]) == ("answered", "staging.ms")
    assert (second["outcome"], second["topic"]) == ("answered", "treatment.ms")
    sources = {*first["sources"], *second["sources"]}
    assert sources
    assert {source.partition("#")[0] for source in sources} <= set(library.sources)


def test_a_greeting_is_small_talk(answered: list[dict[str, Any]]) -> None:
    (reply,) = answered[1]["replies"]
    assert (reply["outcome"], reply["topic"], reply["sources"]) == ("small_talk", None, [])
