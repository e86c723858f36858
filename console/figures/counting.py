"""Days counted by the database, in three queries."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, IntegerField, QuerySet
from django.db.models.functions import Cast, Floor, Round

from console.figures.days import DAY, Day, dates, second
from console.models.kept import Turn


def between(first: datetime.date, last: datetime.date) -> QuerySet[Turn]:
    """The turns of these days, both included."""
    return Turn.objects.filter(at__gte=second(first), at__lt=second(last) + DAY).order_by()


def number_of_day() -> Cast:
    """A turn's day, counted from 1970."""
    return Cast(Floor(F("at") / float(DAY)), IntegerField())


def date_of(number: int) -> datetime.date:
    """The date of ``number_of_day``."""
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=number)


def count(first: datetime.date, last: datetime.date) -> dict[datetime.date, Day]:
    """Every day from ``first`` to ``last``, days without talk too."""
    days = {day: Day() for day in dates(first, last)}
    turns = between(first, last).annotate(day=number_of_day())
    for day, talks in turns.values_list("day").annotate(n=Count("conversation", distinct=True)):
        days[date_of(day)].total.conversations = talks
    for day, topic, outcome, feedback, confidence, number in _alike(turns, "topic", "outcome", "feedback"):
        days[date_of(day)].total.note(outcome, feedback, confidence, number)
        if topic:
            days[date_of(day)].topics[topic].note(outcome, feedback, confidence, number)
    seconds = turns.exclude(seconds=None).annotate(v=_hundredths("seconds")).values_list("day", "v")
    for day, value, number in seconds.annotate(n=Count("pk")):
        days[date_of(day)].total.latencies[value] += number
    return days


def _alike(turns: QuerySet[Turn], *labels: str) -> Iterable[tuple[Any, ...]]:
    """Day, labels, confidence in hundredths, and the number of turns with just these."""
    rows = turns.annotate(v=_hundredths("confidence")).values_list("day", *labels, "v")
    return rows.annotate(n=Count("pk"))


def _hundredths(name: str) -> Cast:
    return Cast(Round(F(name) * 100), IntegerField())
