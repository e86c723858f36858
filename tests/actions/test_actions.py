"""Every action of the domain replies with its record, and sets the whole memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.turn import Finding
from tests.actions.conftest import Run
from tests.dialogue.turns import said

if TYPE_CHECKING:
    from dialogue.turn import Turn

DOMAIN = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text(encoding="utf-8"))
AFTER_MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS", asked=1, questions=("staging.ms#1",))
SAID: dict[str, tuple[Turn, Outcome]] = {
    "action_answer": (said("how is that treated", ("follow.treatment", 0.95)), Outcome.ANSWERED),
    "action_choose": (said("yes", ("talk.yes", 0.95)), Outcome.ANSWERED),
    "action_clarify": (said("neuroblastoma", ("tests.ct", 0.3), ("tests.mri", 0.3)), Outcome.CLARIFY),
    "action_country": (said("my country", ("talk.country", 0.95)), Outcome.SMALL_TALK),
    "action_decline": (said("the price of neuroblastoma", ("not_covered.cost", 0.95)), Outcome.NOT_COVERED),
    "action_doctor_question": (said("another question", ("talk.doctor_question", 0.95)), Outcome.ANSWERED),
    "action_drop_question": (said("remove it", ("talk.drop_question", 0.95)), Outcome.SMALL_TALK),
    "action_explain": (said("that word", ("talk.explain_word", 0.95)), Outcome.ANSWERED),
    "action_keep_question": (said("keep it", ("talk.keep_question", 0.95)), Outcome.SMALL_TALK),
    "action_menu": (said("menu", ("talk.menu", 0.95)), Outcome.SMALL_TALK),
    "action_more": (said("more", ("talk.more", 0.95)), Outcome.ANSWERED),
    "action_my_questions": (said("my list", ("talk.my_questions", 0.95)), Outcome.SMALL_TALK),
    "action_print_questions": (said("print it", ("talk.print_questions", 0.95)), Outcome.SMALL_TALK),
    "action_refuse": (said("no", ("talk.no", 0.95)), Outcome.SMALL_TALK),
    "action_repeat": (said("again", ("talk.repeat", 0.95)), Outcome.ANSWERED),
    "action_safety": (said("she is so hot, 40 degrees", safety=Finding("emergency")), Outcome.EMERGENCY),
    "action_small_talk": (said("hello neuroblastoma bot", ("small_talk.greet", 0.95)), Outcome.SMALL_TALK),
    "action_sources": (said("source?", ("talk.sources", 0.95)), Outcome.ANSWERED),
    "action_why": (said("why", ("talk.why", 0.95)), Outcome.ANSWERED),
}


def _record(sent: dict[str, Any]) -> dict[str, Any]:
    """The one record that every message of the reply carries."""
    first, *others = [message["metadata"] for message in sent["responses"]]
    assert all(other == first for other in others)
    assert isinstance(first, dict)
    return first


def test_the_actions_are_those_of_the_domain(executor: ActionExecutor) -> None:
    own = {name for name in executor.actions if name.startswith("action_")}
    assert own == set(DOMAIN["actions"]) == set(SAID)


@pytest.mark.parametrize("name", sorted(SAID))
def test_every_action_replies_with_its_record(name: str, run: Run) -> None:
    turn, outcome = SAID[name]
    record = _record(run(name, turn, AFTER_MS))
    printed = ["sheet"] if name == "action_print_questions" else []
    assert list(record) == ["outcome", "topic", "version", "sources", "suggestions", *printed]
    assert record["outcome"] == outcome.value
    assert json.loads(json.dumps(record)) == record


@pytest.mark.parametrize("name", sorted(SAID))
def test_buttons_stand_under_one_line_at_the_end_of_every_reply(name: str, run: Run) -> None:
    *before, last = run(name, SAID[name][0], AFTER_MS)["responses"]
    assert len(before) <= 1
    assert all(message["text"] and not message["buttons"] for message in before)
    assert last["text"]
    assert "\n" not in last["text"]
    assert last["buttons"]
    assert all(set(button) == {"title", "payload"} for button in last["buttons"])


@pytest.mark.parametrize("name", sorted(SAID))
def test_every_action_sets_the_whole_memory_and_remembers_what_it_said(name: str, run: Run) -> None:
    sent = run(name, SAID[name][0], AFTER_MS)
    slots = {event["name"]: event["value"] for event in sent["events"]}
    assert {event["event"] for event in sent["events"]} == {"slot"}
    assert set(slots) == set(DOMAIN["slots"])
    assert Memory.from_slots(slots).said == (sent["responses"][0]["text"],)


def test_an_answer_names_its_topic_version_and_passages(run: Run) -> None:
    record = _record(run("action_answer", SAID["action_answer"][0], AFTER_MS))
    assert record["topic"] == "treatment.ms"
    assert len(record["version"]) == 12
    assert record["sources"]
    assert all("#" in passage for passage in record["sources"])


def test_one_turn_leads_to_the_next(run: Run) -> None:
    first = run("action_answer", said("what is stage ms of neuroblastoma", ("staging.ms", 0.9)))
    memory = Memory.from_slots({event["name"]: event["value"] for event in first["events"]})
    record = _record(run("action_answer", SAID["action_answer"][0], memory))
    assert record["topic"] == "treatment.ms"
