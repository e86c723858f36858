"""Another question to take to the doctor."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.moves.last import last_topic
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library

GENERAL = "support.questions"


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Give the topic's next question; without a topic, the general ones; say so when all were given."""
    topic = last_topic(turn, memory, library)
    if topic is None:
        return answer.topic(GENERAL, turn, memory, library)
    asked = memory.asked if memory.topic == topic.id else 1
    after = replace(memory, topic=topic.id, asked=asked + 1, misses=0)
    if asked >= len(topic.ask):
        return Step(more.no_more(topic, "doctor_questions_done", memory, library), after)
    message = Reply(
        Outcome.ANSWERED,
        vary("doctor_question", memory, question=topic.ask[asked]),
        topic=topic.id,
        version=topic.version,
        buttons=compose.topic_buttons(topic, library, told=memory.told),
    )
    return Step(message, after)
