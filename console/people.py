"""Who is here: inviting, changing roles, letting go."""

from __future__ import annotations

import secrets

from console.models.people import Person, Role

_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


class LastAdministrator(ValueError):
    """Nobody would be left to invite people."""


def new_test_word() -> str:
    """A word in no dictionary that a tester writes into a chat to make it theirs."""
    return "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(5)) + "x"


def create(email: str, name: str, role: str) -> Person:
    """A person who cannot sign in yet."""
    return Person.objects.enrol(email=email, name=name, role=role, test_word=new_test_word())


def change(person: Person, role: str, active: bool) -> None:
    """Another role, or no way in. Raises LastAdministrator."""
    stays = active and role == Role.ADMINISTRATOR
    others = Person.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=person.pk)
    if person.role == Role.ADMINISTRATOR and not stays and not others.exists():
        raise LastAdministrator("This is the last administrator. Make somebody else one first.")
    person.role, person.is_active = role, active
    person.save(update_fields=["role", "is_active"])
