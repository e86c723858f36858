"""The actions as the action server runs them, without the server."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from dialogue.memory import Memory
from dialogue.turn import Turn

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # rasa_sdk's own
    from rasa_sdk.executor import ActionExecutor

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def executor() -> ActionExecutor:
    """The executor of rasa_sdk with every action of this project."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        executor = ActionExecutor()
        executor.register_package("actions")
    return executor


def _message(turn: Turn) -> dict[str, Any]:
    ranking = [{"name": c.intent, "confidence": c.confidence} for c in turn.candidates]
    entities = [dict(zip(("entity", "value"), subject.split(":"), strict=True)) for subject in turn.subjects]
    message = {"text": turn.text, "intent": (ranking or [{}])[0], "intent_ranking": ranking, "entities": entities}
    if turn.safety:
        message["intent"] = {"name": f"safety.{turn.safety.category}", "confidence": 1.0}
        message["safety"] = asdict(turn.safety)
    return message


@pytest.fixture
def run(executor: ActionExecutor) -> Run:
    """Run an action on a turn after a memory; what the server would send back."""

    def run_one(name: str, turn: Turn, memory: Memory | None = None) -> dict[str, Any]:
        tracker = {
            "sender_id": "test",
            "slots": (memory or Memory()).to_slots(),
            "latest_message": _message(turn),
            "events": [],
        }
        call = {"next_action": name, "sender_id": "test", "tracker": tracker, "domain": {}}
        sent: dict[str, Any] = asyncio.run(executor.run(call))
        return sent

    return run_one
