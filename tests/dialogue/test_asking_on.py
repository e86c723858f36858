"""Moves that go on from the last answer: more, why, again, another question for the doctor."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import explain, more, repeat, why
from dialogue.moves.routes import Move
from dialogue.outcome import Outcome
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed

CT = Memory(topic="tests.ct", subject="test:CT scan", asked=1, misses=1)


@pytest.mark.parametrize("move", [more.reply, why.reply, repeat.reply, explain.reply])
def test_at_the_start_it_asks_what_it_is_about(move: Move, library: Library) -> None:
    step = move(Turn("well"), Memory(), library)
    assert step.reply.outcome is Outcome.CLARIFY
    assert step.reply.topic is None
    assert len(step.reply.buttons) == len(library.groups)


def test_more_is_told_once(library: Library) -> None:
    first = more.reply(Turn("more"), CT, library)
    assert "CT scan, in more detail" in first.reply.text
    assert (first.memory.told, first.memory.misses) == (True, 0)
    second = more.reply(Turn("more"), first.memory, library)
    assert "in more detail" not in second.reply.text
    assert "That is all my sources say" in second.reply.text
    assert "/talk.menu" in [button.payload for button in second.reply.buttons]


def test_a_button_tells_more_of_its_own_topic_and_the_talk_turns_to_it(library: Library) -> None:
    told = Memory(topic="tests.ct", subject="test:CT scan", asked=3, told=True)
    step = more.reply(pressed("talk.more", topic="staging.ms"), told, library)
    assert "in more detail" in step.reply.text
    assert step.memory == Memory(topic="staging.ms", subject="stage:MS", asked=1, told=True)


def test_why_gives_the_topic_that_holds_the_reason(library: Library) -> None:
    step = why.reply(Turn("why"), Memory(topic="relapse.where"), library)
    assert (step.reply.topic, step.memory.topic) == ("relapse.causes", "relapse.causes")


def test_why_never_leads_back_to_the_same_topic(library: Library) -> None:
    step = why.reply(Turn("why"), Memory(topic="relapse.causes", asked=1), library)
    assert "in more detail" in step.reply.text


def test_why_without_one_tells_more_and_then_says_that_it_does_not_know(library: Library) -> None:
    first = why.reply(Turn("why"), CT, library)
    assert "in more detail" in first.reply.text
    second = why.reply(Turn("why"), first.memory, library)
    assert second.reply.text.startswith("My sources do not say more about why")
    assert why.reply(Turn("why"), second.memory, library).reply.outcome is Outcome.ANSWERED


def test_again_gives_the_answer_once_more(library: Library) -> None:
    step = repeat.reply(Turn("again"), CT, library)
    assert step.reply.text.startswith(library.topics["tests.ct"].title)
    assert step.memory.topic == "tests.ct"
