"""Whose turns a person may see."""

from __future__ import annotations

from django.db.models import QuerySet

from console.models.chats import TestChat
from console.models.kept import Turn
from console.models.people import Person, Role


def visible(person: Person) -> QuerySet[Turn]:
    """All turns; for a tester those of their own test chats."""
    if person.role == Role.TESTER:
        own = TestChat.objects.filter(person=person).values("conversation")
        return Turn.objects.filter(conversation__in=own)
    return Turn.objects.all()
