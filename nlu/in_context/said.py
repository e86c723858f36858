"""What was said before a message, in the few words the encoder reads beside it."""

from __future__ import annotations

from dialogue.memory import Memory
from knowledge.library import Library
from nlu.in_context.example import facts_of


def said_before(memory: Memory, library: Library) -> str | None:
    """The last topic's title and what is known of the child, in lower case; None before the first answer."""
    if memory.topic not in library.topics:
        return None
    known = [fact.partition(":")[2].replace("_", " ") for fact in facts_of(memory)]
    return " ".join([library.topics[str(memory.topic)].title, *known]).lower()
