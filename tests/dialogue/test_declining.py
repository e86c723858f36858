"""What is not covered, another illness and small talk: said kindly, without an answer."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import decline, small_talk
from dialogue.outcome import Outcome
from dialogue.wording import kinds
from knowledge.library import Library


@pytest.mark.parametrize("kind", kinds("not_covered.kinds"))
def test_what_is_not_covered_names_who_can_help_and_gives_no_answer(kind: str, library: Library) -> None:
    step = decline.say(f"not_covered.{kind}", Memory(topic="staging.ms", offered=("tests.ct",)), library)
    assert (step.reply.outcome, step.reply.topic, step.reply.sources) == (Outcome.NOT_COVERED, None, ())
    assert "1-800-4-CANCER" in step.reply.text
    assert "%" not in step.reply.text
    assert step.memory == Memory(topic="staging.ms")


@pytest.mark.parametrize(
    ("intent", "outcome"),
    [
        ("other_disease", Outcome.NOT_COVERED),
        ("out_of_scope", Outcome.OUT_OF_SCOPE),
        ("something.new", Outcome.OUT_OF_SCOPE),
    ],
)
def test_another_illness_or_field_is_declined(intent: str, outcome: Outcome, library: Library) -> None:
    step = decline.say(intent, Memory(), library)
    assert step.reply.outcome is outcome
    assert [button.payload for button in step.reply.buttons] == ["/talk.menu"]


def test_topics_close_to_what_is_not_covered_are_offered(library: Library) -> None:
    step = decline.say("not_covered.diet", Memory(), library, ("side-effects",))
    assert step.reply.suggestions == step.memory.offered == ("side-effects",)
    assert library.topics["side-effects"].question in step.reply.text


@pytest.mark.parametrize("kind", kinds("small_talk"))
def test_small_talk_is_answered_and_keeps_the_subject(kind: str, library: Library) -> None:
    step = small_talk.say(f"small_talk.{kind}", Memory(topic="staging.ms", misses=2), library)
    assert (step.reply.outcome, step.reply.topic) == (Outcome.SMALL_TALK, None)
    assert step.memory == Memory(topic="staging.ms")
    again = small_talk.say(f"small_talk.{kind}", Memory(said=(step.reply.text,)), library)
    assert again.reply.text != step.reply.text
