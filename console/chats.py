"""A tester's own chats."""

from __future__ import annotations

from console import kept
from console.models.chats import TestChat
from console.models.kept import Turn
from console.models.people import Person


def claim(person: Person) -> int:
    """Give ``person`` the conversations that hold their test word; the number of all they have."""
    marks = kept.words_of(person.test_word) if person.test_word else set()
    turns = Turn.objects.filter(words__word__in=marks)
    for conversation in turns.values_list("conversation", flat=True).distinct():
        TestChat.objects.get_or_create(conversation=conversation, person=person)
    return TestChat.objects.filter(person=person).count()


def of(person: Person) -> list[str]:
    """The ids of the conversations of ``person``."""
    return list(TestChat.objects.filter(person=person).values_list("conversation", flat=True))
