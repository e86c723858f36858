"""Whatever breaks, the family hears of it, and nothing they wrote is logged."""

from __future__ import annotations

import logging

import pytest

from actions.answer import ActionAnswer
from actions.safety import ActionSafety
from dialogue.memory import Memory
from dialogue.moves.safety import first
from dialogue.reply import Step
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from safety.reply import emergency
from tests.actions.conftest import Run
from tests.dialogue.turns import said

SECRET = "our daughter Mathilda is at Riverside hospital"


def _broken(turn: Turn, _memory: Memory, _library: Library) -> Step:
    raise ValueError(f"cannot read {turn.text}")


@pytest.fixture(autouse=True)
def broken_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ActionAnswer, "move", staticmethod(_broken))
    monkeypatch.setattr(first, "reply", _broken)
    monkeypatch.setattr(ActionSafety, "move", staticmethod(_broken))


def test_a_move_that_breaks_is_told_as_unavailable(run: Run) -> None:
    sent = run("action_answer", said(SECRET))
    [message] = sent["responses"]
    assert message["metadata"] == {
        "outcome": "unavailable",
        "topic": None,
        "version": None,
        "sources": [],
        "suggestions": [],
    }
    assert "Something went wrong on my side" in message["text"]
    assert "emergency number" in message["text"]


def test_safety_is_answered_even_then(run: Run) -> None:
    [message] = run("action_answer", said("she cannot breathe", safety=Finding("emergency")))["responses"]
    assert message["metadata"]["outcome"] == "emergency"
    assert message["text"] == emergency("breathing")


def test_safety_is_answered_with_the_number_of_the_country_even_then(run: Run) -> None:
    fit = said("he has a fit", safety=Finding("emergency"))
    [message] = run("action_safety", fit, Memory(country="AU"))["responses"]
    assert message["text"] == emergency("seizure", "AU")
    [message] = run("action_safety", said("we are in Spain, please", safety=Finding("emergency")))["responses"]
    assert message["text"] == emergency("other", "ES")


def test_the_memory_stays_as_it_was(run: Run) -> None:
    assert run("action_answer", said(SECRET))["events"] == []


def test_the_log_names_the_fault_and_nothing_of_the_message(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        run("action_answer", said(SECRET))
    own = [record for record in caplog.records if record.name == "actions.base"]
    assert [record.getMessage() for record in own] == ["action_answer failed: ValueError"]
    assert [record.exc_info for record in own] == [None]
    assert not any(word in caplog.text for word in ("Mathilda", "Riverside", "daughter"))


def test_a_memory_that_cannot_be_read_is_a_fault_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Memory, "to_slots", lambda self: {"misses": "many"})
    [message] = run("action_answer", said("hello"))["responses"]
    assert message["metadata"]["outcome"] == "unavailable"
