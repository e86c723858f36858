"""Will my child live: kind, sourced, and without a number."""

from __future__ import annotations

import re

import pytest

from dialogue.memory import Memory
from dialogue.moves.safety import outlook
from dialogue.outcome import Outcome
from dialogue.turn import Finding
from knowledge.library import Library
from safety.helplines import Helplines
from tests.dialogue.turns import said

ASKED = said("will she live", ("prognosis.outlook", 0.9), safety=Finding("outlook", "will she live", "outlook.live"))
HELPLINES = Helplines.load()


@pytest.mark.parametrize("country", [None, *HELPLINES.countries])
def test_no_digit_stands_in_it_but_in_a_phone_number(country: str | None, library: Library) -> None:
    line = HELPLINES.for_country(country).cancer
    memory = Memory(country=country)
    for _ in range(3):
        reply = outlook.reply(ASKED, memory, library).reply
        assert not re.search(r"\d|percent", reply.text.replace(line.number, "") if line else reply.text)
        memory = Memory(country=country, said=(*memory.said, reply.text))


def test_kindness_comes_first_then_what_doctors_look_at_with_its_source(library: Library) -> None:
    reply = outlook.reply(ASKED, Memory(), library).reply
    factors = library.topics["prognosis.factors"]
    assert reply.outcome is Outcome.OUTLOOK
    assert reply.text.startswith("That is one of the hardest things to ask")
    assert all(sentence.text in reply.text for sentence in factors.say)
    assert "Source: National Cancer Institute" in reply.text
    assert (reply.topic, reply.version) == (factors.id, factors.version)
    assert set(reply.sources) == {source for sentence in factors.say for source in sentence.sources}


def test_the_doctors_question_can_be_kept_and_the_general_answer_asked_for(library: Library) -> None:
    payloads = [button.payload for button in outlook.reply(ASKED, Memory(), library).reply.buttons]
    assert payloads == [
        '/talk.more{"topic":"prognosis.factors"}',
        "/prognosis.outlook",
        '/talk.keep_question{"q":"outlook#1"}',
        "/talk.menu",
    ]


def test_the_talk_stays_where_it_was(library: Library) -> None:
    assert outlook.reply(ASKED, Memory(topic="staging.ms", misses=1), library).memory == Memory(topic="staging.ms")
    assert outlook.reply(ASKED, Memory(), library).memory.topic == "prognosis.factors"
