"""Small acts on a turn: reviewed, flagged, assigned, tagged."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils import timezone

from console.models.kept import Turn
from console.models.people import Person
from console.models.reviews import State, Tag
from console.reviews.verdicts import state_of

_TAG = re.compile(r"[^\W_][\w -]{0,38}")
MOST_TAGS = 20


class BadTag(ValueError):
    """A tag that cannot be one; the message is one line."""


@transaction.atomic
def toggle_reviewed(turn: Turn, person: Person) -> State:
    """Read, and done with; or again not, as long as nobody gave a verdict."""
    state = state_of(turn)
    if state.reviewed is None:
        state.reviewed, state.reviewer = timezone.now(), person
    elif state.verdict is None:
        state.reviewed, state.reviewer = None, None
    state.save()
    return state


@transaction.atomic
def toggle_flag(turn: Turn) -> State:
    """Worth coming back to; or no longer."""
    state = state_of(turn)
    state.flagged = not state.flagged
    state.save()
    return state


@transaction.atomic
def assign(turn: Turn, to: Person | None) -> State:
    """Give a turn to somebody, or to nobody."""
    state = state_of(turn)
    state.assigned = to
    state.save()
    return state


def add_tag(turn: Turn, name: str) -> Tag:
    """Tag a turn. Raises BadTag."""
    tag = " ".join(name.replace("\x00", "").lower().split())
    if not _TAG.fullmatch(tag):
        raise BadTag("A tag is a word or two of letters and digits, at most 39.")
    if Tag.objects.filter(turn=turn).count() >= MOST_TAGS:
        raise BadTag(f"{MOST_TAGS} tags are enough for one turn.")
    return Tag.objects.get_or_create(turn=turn, name=tag, defaults={"conversation": turn.conversation})[0]
