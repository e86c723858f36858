"""What only the child's doctors can decide: why, what sources say in general, the question to take along."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety.shared import going_on, kind, least_said, likely_topic
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from knowledge.model import Topic
from safety import reply as texts
from safety.reply_questions import group, question


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Leave the decision to the doctors, with the general topic if the message likely asks for one."""
    topic, what = likely_topic(turn, library), kind(turn)
    general = _general(topic, library) if topic else ""

    def said(seed: int) -> str:
        return texts.ask_doctor(what, seed, general)

    seed = least_said(said, memory)
    reference, _ = question(group("ask_doctor", what), seed)
    message = Reply(
        Outcome.ASK_DOCTOR,
        said(seed),
        topic=topic.id if topic else None,
        version=topic.version if topic else None,
        sources=compose.passages(compose.short(topic)) if topic else (),
        buttons=(
            *([compose.more_button(topic)] if topic and topic.more else []),
            compose.keep_button(reference),
            compose.menu_button(),
        ),
    )
    return Step(message, turned_to(topic, going_on(memory)))


def turned_to(topic: Topic | None, memory: Memory) -> Memory:
    """The memory with ``topic`` as what the talk is about if it was about nothing yet."""
    if topic is None or memory.topic:
        return memory
    return replace(memory, topic=topic.id, asked=0, told=False)


def _general(topic: Topic, library: Library) -> str:
    return "\n\n".join([texts.general_head(topic.title), *compose.told_shortly(topic, library)])
