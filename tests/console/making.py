"""People and turns made for a test."""

from __future__ import annotations

import time
from itertools import count
from typing import Any

from console import kept, people
from console.models import Consent, Conversation, Person, Turn, Word

PASSWORD = "correct horse battery staple"
_NUMBERS = count(1)


def person(role: str, name: str = "") -> Person:
    """Somebody of a role, with a password."""
    number = next(_NUMBERS)
    made = people.create(f"{role}{number}@example.org", name or f"{role.title()} {number}", role)
    made.set_password(PASSWORD)
    made.save()
    return made


def turn(said: str = "Hello", conversation: str = "talk-1", **labels: Any) -> Turn:
    """A turn as it is kept: sealed, its words hashed, its conversation counted."""
    at = labels.setdefault("at", time.time() - 3600 + next(_NUMBERS))
    body = kept.Body(
        said=said,
        replies=[{"text": labels.pop("reply", "A reply."), "buttons": ["Tell me more"]}],
        ranking=[["staging.ms", 0.91], ["staging.m", 0.05]],
        entities=labels.pop("entities", []),
        phrase=labels.pop("phrase", ""),
    )
    talk, _ = Conversation.objects.get_or_create(
        pk=conversation, defaults={"channel": "telegram", "started": at, "last": at, "turns": 0}
    )
    talk.turns += 1
    talk.save()
    values = {"channel": "telegram", "outcome": "answered", "confidence": 0.91, "urgency": 9, "language": "en"}
    values |= {"intent": labels.get("topic"), "seconds": 0.02} | labels
    made = Turn.objects.create(conversation=conversation, number=talk.turns, body=kept.close_body(body), **values)
    Word.objects.bulk_create(Word(word=word, turn=made) for word in kept.words_of(said))
    return made


def consent(conversation: str = "talk-1", revoked: float | None = None) -> None:
    """The family's yes to learning, or its end."""
    Consent.objects.update_or_create(pk=conversation, defaults={"given": time.time(), "revoked": revoked})
