"""The topic menu, by group, for those who cannot put it into words."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text, vary
from knowledge.library import Library


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Show the parts, or the topics of the part a button names."""
    group = library.groups.get((turn.payload or {}).get("group", ""))
    if group is None:
        message = Reply(Outcome.SMALL_TALK, vary("menu", memory), buttons=compose.group_buttons(library))
        return Step(message, replace(memory, misses=0))
    buttons = (
        *(compose.topic_button(id_, library) for id_ in group.topics),
        Button(text("buttons.back"), "/talk.menu"),
    )
    message = Reply(Outcome.SMALL_TALK, text("group", title=group.title), suggestions=group.topics, buttons=buttons)
    return Step(message, replace(memory, misses=0, offered=group.topics))
