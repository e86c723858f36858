"""Questions to take to the doctor come one by one."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import doctor_question
from dialogue.outcome import Outcome
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed

ANOTHER = Turn("another question for the doctor")


@pytest.mark.parametrize("id_", ["tests.ct", "support.questions", "symptoms.nerves"])
def test_doctor_questions_come_one_by_one_until_they_run_out(id_: str, library: Library) -> None:
    topic, memory, told = library.topics[id_], Memory(topic=id_, asked=1), []
    for _ in topic.ask[1:]:
        step = doctor_question.reply(ANOTHER, memory, library)
        memory = step.memory
        told.append(step.reply.text)
    assert [question for question, text in zip(topic.ask[1:], told, strict=True) if question not in text] == []
    last = doctor_question.reply(ANOTHER, memory, library).reply
    assert last.text.startswith(f"Those are all the questions I have on “{topic.title}”")
    assert last.outcome is Outcome.ANSWERED


def test_the_doctor_question_of_another_topic_begins_at_its_own(library: Library) -> None:
    button = pressed("talk.doctor_question", topic="staging.ms")
    step = doctor_question.reply(button, Memory(topic="tests.ct", asked=3, told=True), library)
    assert library.topics["staging.ms"].ask[1] in step.reply.text
    assert step.memory == Memory(topic="staging.ms", subject="stage:MS", asked=2)
    assert "Tell me more" in [button.title for button in step.reply.buttons]


def test_questions_to_take_along_at_the_start_are_the_general_ones(library: Library) -> None:
    assert doctor_question.reply(ANOTHER, Memory(), library).reply.topic == "support.questions"
