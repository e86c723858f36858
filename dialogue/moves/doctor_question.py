"""Another question to take to the doctor."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, cues
from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.moves.last import last_topic, turned_to
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
    if not (turn.pressed or cues.asks_for_another(turn.text)):
        lead = vary("doctor_question", memory, question=topic.ask[0])
        return answer.topic(GENERAL, turn, memory, library, lead=lead)
    memory = turned_to(topic, memory, library)
    after = replace(memory, asked=memory.asked + 1, misses=0)
    if memory.asked >= len(topic.ask):
        return Step(more.no_more(topic, "doctor_questions_done", memory, library), after)
    message = Reply(
        Outcome.ANSWERED,
        vary("doctor_question", memory, question=topic.ask[memory.asked]),
        topic=topic.id,
        version=topic.version,
        buttons=compose.topic_buttons(topic, library, told=memory.told, asked=memory.asked + 1),
    )
    return Step(message, after)
