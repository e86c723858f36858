"""Where the last answer comes from: publisher, title, date, part, address."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves import answer
from dialogue.moves.last import last_topic
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library

ABOUT = "sources.about"


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """List the passages of the last topic; without one, tell about the sources in general."""
    topic = last_topic(turn, memory, library)
    if topic is None:
        return answer.topic(ABOUT, turn, memory, library)
    used = compose.passages(topic.sentences)
    lines = [text("sources.head", title=topic.title), *(_line(id_, library) for id_ in used), text("sources.foot")]
    message = Reply(
        Outcome.ANSWERED,
        "\n\n".join(lines),
        topic=topic.id,
        version=topic.version,
        sources=used,
        buttons=compose.topic_buttons(topic, library, told=memory.told),
    )
    return Step(message, replace(memory, misses=0))


def _line(passage: str, library: Library) -> str:
    source = library.source_of(passage)
    reviewed = f"{source.date}, reviewed {source.reviewed}" if source.reviewed else source.date
    return text(
        "sources.line",
        publisher=source.publisher,
        source=source.title,
        date=reviewed,
        heading=library.passages[passage].heading,
        address=source.address,
    )
