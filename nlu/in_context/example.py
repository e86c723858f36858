"""Examples of follow-ups, as ``nlu/follow_ups`` holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dialogue import followup
from dialogue.memory import Memory
from knowledge.library import Library

CHILD_SLOTS = ("stage", "risk_group", "disease_state")
_LINE = re.compile(
    r"(?P<last>[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?P<facts>(?:; \w+:\S+)*) > (?P<text>.+?)(?: \|\| (?P<also>[\w. -]+))?"
)


@dataclass(frozen=True)
class Example:
    """``last; fact; fact > text || also``: what was said, what was typed next, and other topics that answer it as well.

    ``last`` is the topic of the last answer, ``facts`` are what the family told of the child
    before (``stage:M``, ``risk_group:high``, ``disease_state:relapsed``) beside what that topic tells.
    """

    last: str
    text: str
    facts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def memory(self, library: Library) -> Memory:
        """The memory of a conversation that stands where the example does."""
        subject = followup.subject_of(self.last, library)
        known = (*filter(None, [subject]), *self.facts)
        told = dict(fact.split(":", 1) for fact in known)
        memory = Memory(topic=self.last, subject=subject)
        return replace(memory, **{slot: told.get(slot) for slot in CHILD_SLOTS})  # type: ignore[arg-type]


def example(line: str) -> Example | None:
    """The example a line holds; None for a question that stands alone."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    facts = tuple(found["facts"].split("; ")[1:])
    return Example(found["last"], found["text"], facts, tuple((found["also"] or "").split()))


def facts_of(memory: Memory) -> tuple[str, ...]:
    """What a conversation knows of the child, in the form of an example's facts."""
    return tuple(f"{slot}:{value}" for slot in CHILD_SLOTS if (value := getattr(memory, slot)))
