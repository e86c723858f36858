"""The longer answer to the last topic, or to the one a button names."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.last import last_topic, nothing_said, turned_to
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import vary
from knowledge.library import Library
from knowledge.model import Topic


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Tell more; once, then say that there is no more and lead on."""
    topic = last_topic(turn, memory, library)
    if topic is None:
        return nothing_said(memory, library)
    memory = turned_to(topic, memory, library)
    after = replace(memory, told=True, misses=0)
    if not topic.more or memory.told:
        return Step(no_more(topic, "nothing_more", memory, library), after)
    return Step(compose.longer_answer(topic, library, vary("more", memory, title=topic.title)), after)


def no_more(topic: Topic, path: str, memory: Memory, library: Library) -> Reply:
    """Say that the sources hold no more, with what may be read next."""
    return Reply(
        Outcome.ANSWERED,
        vary(path, memory, title=topic.title),
        topic=topic.id,
        version=topic.version,
        buttons=(*compose.topic_buttons(topic, library, told=True), compose.menu_button()),
    )
