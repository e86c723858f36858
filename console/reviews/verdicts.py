"""Giving a verdict: a first, a second where it touches safety, and a lead's where two differ."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from console.models.kept import Turn
from console.models.people import Person
from console.models.reviews import Judgement, Second, State, Verdict

FIRST, SECOND, LEAD = 1, 2, 3
DANGER = frozenset({"emergency", "self_harm"})
_ON_SAFETY = frozenset({Judgement.MISSED_RED_FLAG, Judgement.FALSE_ALARM})


class NotYours(ValueError):
    """A verdict is not this person's to give; the message says why."""


def touches_safety(turn: Turn, judgement: str) -> bool:
    """Whether a second person must look: a danger was seen, missed, or seen where there was none."""
    return judgement in _ON_SAFETY or turn.outcome in DANGER or turn.safety in DANGER


def state_of(turn: Turn) -> State:
    """Where the work on ``turn`` stands; made on first touch, and locked for this transaction."""
    state, _ = State.objects.select_for_update().get_or_create(turn=turn, defaults={"conversation": turn.conversation})
    return state


@transaction.atomic
def judge(turn: Turn, person: Person, judgement: str, note: str = "") -> State:
    """Give ``person``'s verdict, or change it. Raises NotYours."""
    state = state_of(turn)
    given = {verdict.round: verdict for verdict in Verdict.objects.filter(turn=turn)}
    round_ = _round(state, given, person)
    verdict = given.get(round_) or Verdict(turn=turn, conversation=turn.conversation, round=round_)
    verdict.person, verdict.judgement, verdict.note = person, judgement, note or None
    verdict.save()
    given[round_] = verdict
    _settle(state, turn, given)
    return _reviewed(state, person)


@transaction.atomic
def resolve(turn: Turn, lead: Person, judgement: str, note: str = "") -> State:
    """A lead's word, which ends a disagreement. Raises NotYours where there is none."""
    state = state_of(turn)
    if state.second not in (Second.DISAGREED, Second.RESOLVED):
        raise NotYours("There is nothing to settle: two verdicts that differ come first.")
    values = {"person": lead, "judgement": judgement, "note": note or None, "conversation": turn.conversation}
    Verdict.objects.update_or_create(turn=turn, round=LEAD, defaults=values)
    state.second, state.verdict = Second.RESOLVED, judgement
    return _reviewed(state, lead)


def _round(state: State, given: dict[int, Verdict], person: Person) -> int:
    """Which verdict ``person`` gives now."""
    first, second = given.get(FIRST), given.get(SECOND)
    if state.second == Second.RESOLVED:
        raise NotYours("A lead has settled this one.")
    if first is None or (first.person_id == person.pk and second is None):
        return FIRST
    if first.person_id == person.pk:
        raise NotYours("Somebody has looked at it a second time; a lead settles what differs.")
    if second is not None and second.person_id != person.pk:
        raise NotYours("Two people have judged this one.")
    if state.second == Second.NONE:
        raise NotYours(f"{first.person or 'Somebody'} has judged this one; write them a comment.")
    return SECOND


def _settle(state: State, turn: Turn, given: dict[int, Verdict]) -> None:
    first, second = given[FIRST], given.get(SECOND)
    state.verdict = first.judgement
    if second is not None:
        state.second = Second.AGREED if first.judgement == second.judgement else Second.DISAGREED
    else:
        state.second = Second.WANTED if touches_safety(turn, first.judgement) else Second.NONE


def _reviewed(state: State, person: Person) -> State:
    if state.reviewed is None:
        state.reviewed, state.reviewer = timezone.now(), person
    state.save()
    return state
