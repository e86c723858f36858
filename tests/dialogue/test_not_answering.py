"""Moves without an answer: not understood, not covered, small talk, and where answers come from."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import clarify
from dialogue.moves.routes import ROUTES, route
from dialogue.outcome import Outcome
from dialogue.thresholds import MISSES_BEFORE_MENU
from dialogue.turn import Turn
from dialogue.understand import Meaning
from knowledge.library import Library

UNSURE = Meaning((("tests.ct", 0.3), ("tests.mri", 0.29)), sure=False)
NOTHING = Meaning((), sure=False)


def test_what_it_may_mean_is_offered_in_the_words_of_the_questions(library: Library) -> None:
    step = clarify.offer(UNSURE, Memory(topic="staging.ms"), library)
    assert (step.reply.outcome, step.reply.topic) == (Outcome.CLARIFY, None)
    assert step.reply.suggestions == step.memory.offered == ("tests.ct", "tests.mri")
    assert "• What is a CT scan?\n• What is an MRI scan?" in step.reply.text
    assert [button.payload for button in step.reply.buttons] == ["/tests.ct", "/tests.mri", "/talk.menu"]
    assert step.memory.misses == 1


def test_what_is_written_after_an_offer_leans_on_its_likeliest_topic(library: Library) -> None:
    told = Memory(topic="staging.ms", subject="stage:MS", stage="MS", told=True)
    after = clarify.offer(UNSURE, told, library).memory
    assert (after.topic, after.stage, after.told) == ("tests.ct", "MS", False)
    kept = clarify.offer(NOTHING, told, library).memory
    assert (kept.topic, kept.subject, kept.told) == ("staging.ms", "stage:MS", True)


def test_what_may_mean_nothing_known_is_said_so(library: Library) -> None:
    step = clarify.reply(Turn("🙂"), Memory(), library)
    assert (step.reply.outcome, step.memory.misses) == (Outcome.OUT_OF_SCOPE, 1)
    assert step.reply.text.startswith("I did not understand that")


@pytest.mark.parametrize("meaning", [UNSURE, NOTHING])
def test_after_two_misses_in_a_row_the_parts_are_shown(meaning: Meaning, library: Library) -> None:
    memory, sizes = Memory(), []
    for _ in range(MISSES_BEFORE_MENU + 1):
        step = clarify.offer(meaning, memory, library)
        memory = step.memory
        sizes.append(len(step.reply.buttons))
    assert max(sizes[:-1]) < len(library.groups) <= sizes[-1]
    assert step.reply.outcome is Outcome.CLARIFY
    assert step.reply.text.startswith("I have not understood you")


def test_every_route_leads_to_a_move_and_an_unknown_one_to_asking_again() -> None:
    assert ROUTES
    assert all(callable(route(intent)) for intent in ROUTES)
    assert len({route(intent) for intent in ROUTES}) == len(set(ROUTES.values()))
    assert route("talk.unheard_of") is clarify.reply
