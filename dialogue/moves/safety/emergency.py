"""An emergency: whom to call now, and nothing else before it."""

from __future__ import annotations

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety.shared import besides, going_on, kind, least_said, on_button
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from safety import reply as texts


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Say whom to call, then what to tell them; below, the way on: to the topics, or to what it may have asked."""
    topic = besides(turn, memory, library).topic
    offered = (topic.id,) if topic else ()

    def said(seed: int) -> str:
        return texts.emergency(kind(turn), memory.country, seed)

    ways_on = (on_button(), *(compose.topic_button(id_, library) for id_ in offered))
    message = Reply(Outcome.EMERGENCY, said(least_said(said, memory)), suggestions=offered, buttons=ways_on)
    return Step(message, going_on(memory))
