"""What only the child's doctors can decide: why, what sources say in general, the question to take along."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety.shared import Besides, besides, going_on, kind, least_said
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from knowledge.model import Topic
from safety import reply as texts
from safety.reply_questions import group, question


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Leave the decision to the doctors, with the general topic if the message likely asks for one."""
    asked, what = besides(turn, memory, library), kind(turn)
    topic = asked.topic
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
        suggestions=asked.offered,
        buttons=_buttons(asked, reference, library),
    )
    return Step(message, turned_to(topic, going_on(memory)))


def _buttons(asked: Besides, reference: str, library: Library) -> tuple[Button, ...]:
    more = [compose.more_button(asked.topic)] if asked.topic and asked.topic.more else []
    others = [id_ for id_ in asked.offered if asked.topic is None or id_ != asked.topic.id]
    return (
        *more,
        *(compose.topic_button(id_, library) for id_ in others),
        compose.keep_button(reference),
        compose.menu_button(),
    )


def turned_to(topic: Topic | None, memory: Memory) -> Memory:
    """The memory with ``topic`` as what the talk is about if it was about nothing yet."""
    if topic is None or memory.topic:
        return memory
    return replace(memory, topic=topic.id, asked=0, told=False)


def _general(topic: Topic, library: Library) -> str:
    return "\n\n".join([texts.general_head(topic.title), *compose.told_shortly(topic, library)])
