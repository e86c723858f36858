"""Links by which people come in, and come back when a password is forgotten."""

from __future__ import annotations

import datetime
import hashlib
import secrets

from django.utils import timezone

from console.models.people import Invitation, Person

LASTS = datetime.timedelta(days=3)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def invite(person: Person) -> str:
    """The token of a new link for ``person``; links made before it no longer work."""
    Invitation.objects.filter(person=person, used=None).delete()
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(digest=_digest(token), person=person, expires=timezone.now() + LASTS)
    return token


def open_invitation(token: str) -> Invitation | None:
    """The invitation of a token, if it can still be used."""
    found = Invitation.objects.select_related("person").filter(digest=_digest(token), used=None).first()
    usable = found and found.expires > timezone.now() and found.person.is_active
    return found if usable else None


def accept(invitation: Invitation, password: str) -> bool:
    """Set the password and use the link up; false when somebody was quicker."""
    used = Invitation.objects.filter(pk=invitation.pk, used=None).update(used=timezone.now())
    if used:
        invitation.person.set_password(password)
        invitation.person.save(update_fields=["password"])
    return bool(used)
