"""Letting corrections out: consent asked once more, a file that erasing can reach, and each marked as gone."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from console.better.edits import edited
from console.better.making import consented
from console.better.patch import patch
from console.models.corrections import Correction, Export
from console.models.people import Person


class NothingToExport(ValueError):
    """No correction waits, or none may be used; the message is one line."""


@dataclass(frozen=True)
class Exported:
    """A patch: its name, its text, how many corrections it holds, and how many were left out for want of consent."""

    name: str
    patch: str
    corrections: int
    left_out: int


def waiting() -> list[Correction]:
    """Corrections that were not exported yet."""
    return list(Correction.objects.filter(exported=None).select_related("turn", "person"))


@transaction.atomic
def export(person: Person) -> Exported:
    """One patch of all that waits. Raises NothingToExport and CannotEdit."""
    all_ = waiting()
    usable = [one for one in all_ if consented(one.conversation)]
    if not usable:
        raise NothingToExport("Nothing waits to be exported." if not all_ else "No family of these agrees any more.")
    now = timezone.now()
    name = f"corrections-{now:%Y%m%d-%H%M%S-%f}"
    made = Exported(name, patch(*edited(usable)), len(usable), len(all_) - len(usable))
    for conversation in {one.conversation for one in usable}:
        Export.objects.create(conversation=conversation, path=f"{name}.patch", person=person)
    Correction.objects.filter(pk__in=[one.pk for one in usable]).update(exported=now)
    _write(made)
    return made


def _write(made: Exported) -> None:
    folder = settings.ENVIRONMENT.exports
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{made.name}.patch"
    path.touch(mode=0o600)
    path.write_text(made.patch, encoding="utf-8", newline="")
