"""Safety comes first whichever action is called, and is never said the same way three times."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.moves.routes import Move
from dialogue.moves.safety import first
from dialogue.moves.take import take
from dialogue.outcome import SAFETY
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from safety.reply import CATEGORIES
from tests.dialogue.turns import said


def test_every_category_has_its_move_and_its_outcome() -> None:
    assert set(first.MOVES) == set(CATEGORIES) == {outcome.value for outcome in SAFETY}


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("move", [first.reply, answer.reply, more.reply])
def test_whichever_action_is_called_safety_answers(category: str, move: Move, library: Library) -> None:
    turn = said("what is a ct, and please help", ("tests.ct", 0.95), safety=Finding(category))
    assert take(move, turn, Memory(), library).reply.outcome.value == category


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("country", [None, "ES"])
def test_it_is_never_said_the_same_way_three_times(category: str, country: str | None, library: Library) -> None:
    turn, memory, texts = said("please", safety=Finding(category)), Memory(country=country), []
    for _ in range(8):
        step = take(first.reply, turn, memory, library)
        memory = step.memory
        texts.append(step.reply.text)
        assert step.reply.outcome.value == category
    assert [at for at in range(7) if texts[at] == texts[at + 1]] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_then_they_go_on(category: str, library: Library) -> None:
    before = Memory(topic="staging.ms", subject="stage:MS", stage="MS", asked=1, misses=2)
    after = take(first.reply, said("please", safety=Finding(category)), before, library).memory
    step = take(answer.reply, said("how is that treated", ("follow.treatment", 0.95)), after, library)
    assert (step.reply.outcome.value, step.reply.topic) == ("answered", "treatment.ms")


def test_without_a_finding_it_is_an_ordinary_message_not_understood(library: Library) -> None:
    assert first.reply(Turn("hm"), Memory(), library).memory.misses == 1
