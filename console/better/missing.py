"""What families asked and got no answer to, gathered into groups of like questions: a list of what to write next."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from django.db.models import Q

from console.better.vectors import Vectors, vectors
from console.models.kept import Turn
from console.models.missing import Settled
from console.models.people import Person
from console.models.reviews import Judgement

UNANSWERED = ("not_covered", "clarify", "unavailable")
MOST, SHOWN = 1500, 6
LIKE = 0.5  # cosine from which two are alike: of 360 questions in 12 groups, 199 found company, 79 % of it fitting
_DAY = 86_400


@dataclass(frozen=True)
class Group:
    """Like questions, the one nearest to all of them first."""

    turns: list[Turn]

    @property
    def name(self) -> str:
        """The question that stands for the group."""
        body = self.turns[0].opened
        return body.said if body else ""

    @property
    def conversations(self) -> int:
        """How many conversations asked it."""
        return len({turn.conversation for turn in self.turns})

    @property
    def marks(self) -> list[Settled]:
        """What was ticked off, the latest first."""
        found = [turn.settled for turn in self.turns if hasattr(turn, "settled")]
        return sorted(found, key=lambda one: one.at, reverse=True)

    @property
    def open(self) -> int:
        """How many nobody has ticked off."""
        return len(self.turns) - len(self.marks)

    @property
    def ids(self) -> str:
        """Its turns, by commas."""
        return ",".join(str(turn.pk) for turn in self.turns)

    @property
    def outcomes(self) -> list[str]:
        """What they got, each once."""
        return sorted({turn.outcome for turn in self.turns})


def unanswered(days: int) -> list[Turn]:
    """The newest unanswered turns whose text is kept, and those a moderator found to lack knowledge."""
    wanted = Q(outcome__in=UNANSWERED) | Q(state__verdict=Judgement.MISSING_KNOWLEDGE)
    since = time.time() - days * _DAY
    turns = Turn.objects.filter(wanted, at__gte=since, body__isnull=False).select_related("settled__person")
    newest = turns.order_by("-at")[:MOST]
    return [
        turn for turn in newest if turn.opened and turn.opened.said.strip() and not turn.opened.said.startswith("/")
    ]


def settle(ids: Sequence[int], how: str, person: Person) -> int:
    """Tick questions off, or with an empty ``how`` put them back; how many. Ids of no turn are passed over."""
    turns = Turn.objects.filter(pk__in=ids).only("pk", "conversation")
    if not how:
        return Settled.objects.filter(turn__in=turns).delete()[0]
    rows = [Settled(turn=turn, conversation=turn.conversation, how=how, person=person) for turn in turns]
    changed = ("how", "person", "at")
    Settled.objects.bulk_create(rows, update_conflicts=True, unique_fields=("turn",), update_fields=changed)
    return len(rows)


def groups(turns: Sequence[Turn]) -> tuple[list[Group], str]:
    """Groups, the largest first, and one line when they could only be made from words."""
    texts = tuple(turn.opened.said for turn in turns if turn.opened)
    places, hint = _grouped(texts)
    return [Group([turns[at] for at in place]) for place in places], hint


@lru_cache(maxsize=4)  # a page is often loaded again; kept in memory only, as the texts are
def _grouped(texts: tuple[str, ...]) -> tuple[list[list[int]], str]:
    if not texts:
        return [], ""
    found, hint = vectors(texts)
    return cluster(found), hint


def cluster(found: Vectors) -> list[list[int]]:
    """Greedy: the text with most others like it takes them, then the next; the largest first.

    ``found`` are unit vectors, one a row. Groups are lists of rows, the centre first.
    """
    like = (found @ found.T) >= LIKE
    free = np.ones(len(found), bool)
    groups_: list[list[int]] = []
    while free.any():
        counts: npt.NDArray[np.intp] = (like & free).sum(1) * free
        centre = int(counts.argmax())
        members = np.flatnonzero(like[centre] & free)
        members = members[np.argsort(-(found[members] @ found[centre]), kind="stable")]
        groups_.append([centre, *(int(member) for member in members if member != centre)])
        free[members] = False
        free[centre] = False
    return sorted(groups_, key=len, reverse=True)
