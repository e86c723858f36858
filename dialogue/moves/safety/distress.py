"""Fear, guilt, exhaustion, grief: kindness first, people to talk to, no lecture."""

from __future__ import annotations

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety.shared import besides, going_on, kind, least_said
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from safety import reply as texts


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Be kind and name people; a topic the message likely asks for stands on a button."""
    offered = besides(turn, memory, library).offered

    def said(seed: int) -> str:
        return texts.distress(kind(turn), memory.country, seed)

    message = Reply(
        Outcome.DISTRESS,
        said(least_said(said, memory)),
        suggestions=offered,
        buttons=(*(compose.topic_button(id_, library) for id_ in offered), compose.menu_button()),
    )
    return Step(message, going_on(memory, offered=offered))
