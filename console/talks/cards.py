"""A turn with all that is known and was done about it, ready to be shown; a fixed number of queries for many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from console import kept
from console.models.kept import Turn, Version
from console.models.people import Person
from console.models.reviews import Comment, Judgement, Second, State, Verdict
from console.reviews.verdicts import DANGER, FIRST
from console.talks.said import Said, said

PERCENT = 100


@dataclass(frozen=True)
class Card:
    """One turn. ``hidden`` says that a first verdict is kept from the one who is to look a second time."""

    turn: Turn
    body: kept.Body | None
    state: State
    said: Said | None
    verdicts: list[Verdict]
    comments: list[Comment]
    tags: list[str]
    corrections: int
    hidden: bool
    mine: Verdict | None
    ranking: list[dict[str, Any]] = field(default_factory=list)

    @property
    def danger(self) -> bool:
        """Whether a danger was seen."""
        return self.turn.outcome in DANGER or self.turn.safety in DANGER

    @property
    def disagreed(self) -> bool:
        """Whether a lead must settle it."""
        return self.state.second == Second.DISAGREED


def cards(turns: Sequence[Turn], person: Person) -> list[Card]:
    """The cards of turns that were fetched by ``with_work``."""
    names = {turn.version for turn in turns if turn.version}
    versions = Version.objects.in_bulk(list(names))
    return [_card(turn, person, versions) for turn in turns]


def _card(turn: Turn, person: Person, versions: dict[Any, Version]) -> Card:
    state = getattr(turn, "state", None) or State(turn=turn, conversation=turn.conversation)
    verdicts = sorted(turn.verdicts.all(), key=lambda one: one.round)
    mine = next((one for one in verdicts if one.person_id == person.pk), None)
    hidden = state.second == Second.WANTED and mine is None
    body = turn.opened
    return Card(
        turn=turn,
        body=body,
        state=state,
        said=said(turn.topic, turn.version, versions.get(turn.version)) if turn.topic and turn.version else None,
        verdicts=[one for one in verdicts if not (hidden and one.round == FIRST)],
        comments=list(turn.comments.all()),
        tags=sorted(tag.name for tag in turn.tags.all()),
        corrections=len(turn.corrections.all()),
        hidden=hidden,
        mine=mine,
        ranking=_ranking(body),
    )


def _ranking(body: kept.Body | None) -> list[dict[str, Any]]:
    rows = body.ranking if body else ()
    return [{"intent": str(row[0]), "share": float(row[1]), "percent": round(PERCENT * float(row[1]))} for row in rows]


def judgements() -> list[tuple[str, str]]:
    """The verdicts to choose from."""
    return list(Judgement.choices)
