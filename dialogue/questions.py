"""The questions to take to the doctor, each by a short reference: ``staging.ms#1``, ``ask_doctor.dose#2``."""

from __future__ import annotations

from dialogue.memory import Memory
from knowledge.library import Library
from safety import reply_questions


def reference(group: str, place: int) -> str:
    """The reference to a question of a topic or a safety reply; ``place`` counts from 1."""
    return f"{group}#{place}"


def text_of(wanted: str, library: Library) -> str | None:
    """The question behind a reference; None when there is none, for content changes."""
    group, _, place = wanted.partition("#")
    topic = library.topics.get(group)
    asked = topic.ask if topic else reply_questions.questions(group)
    return asked[int(place) - 1] if place.isdecimal() and 1 <= int(place) <= len(asked) else None


def kept(memory: Memory, library: Library) -> dict[str, str]:
    """The questions on the list by reference, oldest first, as far as they still exist."""
    found = {wanted: text_of(wanted, library) for wanted in memory.questions}
    return {wanted: asked for wanted, asked in found.items() if asked}


def last_given(memory: Memory, library: Library) -> str | None:
    """The reference to the question given last; None when none was given lately."""
    topic = library.topics.get(memory.topic or "")
    own = {reference(topic.id, place): asked for place, asked in enumerate(topic.ask, start=1)} if topic else {}
    known = {**own, **reply_questions.references()}
    for said in reversed(memory.said):
        places = {said.rfind(f"“{asked}”"): wanted for wanted, asked in known.items()}
        if max(places) >= 0:
            return places[max(places)]
    return None
