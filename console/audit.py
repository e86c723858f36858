"""Writing down who did what."""

from __future__ import annotations

from console.models.audit import AuditEntry
from console.models.people import Person

_ABOUT = 200


def record(person: Person | None, act: str, about: str = "", conversation: str | None = None) -> None:
    """Keep one act. ``about`` names people, topics and kinds, never what a family wrote."""
    who = person.name if person else "the console"
    AuditEntry.objects.create(person=person, who=who, act=act, about=about[:_ABOUT], conversation=conversation)
