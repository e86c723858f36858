"""Why: the reason if a topic holds it, else what more there is, else honestly unknown."""

from __future__ import annotations

from dataclasses import replace

from dialogue.memory import Memory
from dialogue.moves import answer, more
from dialogue.moves.last import last_topic, nothing_said
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Answer "why" of the last topic."""
    topic = last_topic(turn, memory, library)
    if topic is None:
        return nothing_said(memory, library)
    reason = topic.related.get("why") or library.group_aspects.get(topic.id.partition(".")[0], {}).get("why")
    if reason and reason.partition(".")[0] == topic.id.partition(".")[0] and reason != topic.id:
        return answer.topic(reason, turn, memory, library)
    if topic.more and not memory.told:
        return more.reply(turn, memory, library)
    return Step(more.no_more(topic, "why_unknown", memory, library), replace(memory, misses=0))
