"""An emergency: whom to call, before anything else, and the talk goes on afterwards."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves.safety import emergency, self_harm
from dialogue.outcome import Outcome
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from tests.dialogue.turns import said

FEVER = said("39.4 since noon", ("symptoms.common", 0.9), safety=Finding("emergency", "39.4", "emergency.fever"))
TIRED_OF_LIFE = said("I cannot go on living", safety=Finding("self_harm"))
TALKING = Memory(
    topic="staging.ms", subject="stage:MS", stage="MS", offered=("tests.ct",), misses=2, country="ES", told=True
)


def test_it_says_whom_to_call_with_the_number_of_the_country(library: Library) -> None:
    reply = emergency.reply(FEVER, TALKING, library).reply
    assert reply.outcome is Outcome.EMERGENCY
    assert reply.text.split("\n\n")[0].startswith("Call your child's cancer team now, day or night. Call 112 ")


def test_it_says_nothing_of_the_illness_in_general(library: Library) -> None:
    reply = emergency.reply(FEVER, TALKING, library).reply
    assert (reply.topic, reply.version, reply.sources) == (None, None, ())
    assert "neuroblastoma" not in reply.text.lower()
    assert "Source" not in reply.text


UNCLEAR = said("39.4 since noon", ("symptoms.common", 0.3), safety=Finding("emergency", "39.4", "emergency.fever"))


@pytest.mark.parametrize("turn", [UNCLEAR, TIRED_OF_LIFE], ids=["emergency", "self-harm"])
def test_there_is_one_button_and_it_leads_on(turn: Turn, library: Library) -> None:
    move = self_harm.reply if turn is TIRED_OF_LIFE else emergency.reply
    [button] = move(turn, TALKING, library).reply.buttons
    assert (button.title, button.payload) == ("I can go on", "/talk.menu")


def test_what_it_may_have_asked_is_one_press_away_after_the_way_on(library: Library) -> None:
    reply = emergency.reply(FEVER, Memory(), library).reply
    assert [button.payload for button in reply.buttons] == ["/talk.menu", "/symptoms.common"]
    assert reply.suggestions == ("symptoms.common",)


def test_afterwards_the_talk_is_where_it_was(library: Library) -> None:
    after = emergency.reply(FEVER, TALKING, library).memory
    assert (after.topic, after.subject, after.stage, after.told) == ("staging.ms", "stage:MS", "MS", True)
    assert (after.misses, after.offered, after.country) == (0, (), "ES")


def test_self_harm_is_answered_warmly_with_one_number(library: Library) -> None:
    step = self_harm.reply(TIRED_OF_LIFE, TALKING, library)
    assert step.reply.outcome is Outcome.SELF_HARM
    assert step.reply.text.startswith("I am glad you told me.")
    assert step.reply.text.count("024") == 2  # the line's name holds it as well
    assert "112" not in step.reply.text
    assert (step.memory.topic, step.memory.misses) == ("staging.ms", 0)
