"""Days that were counted before, so that a page of figures does not read every turn again."""

from __future__ import annotations

import datetime
from collections import defaultdict

from django.db.models import Count

from console.figures.counting import between, count, date_of, number_of_day
from console.figures.days import Day, Figures, dates
from console.models.figures import CountedDay

Seen = dict[datetime.date, tuple[int, int]]


def days_between(first: datetime.date, last: datetime.date) -> dict[datetime.date, Day]:
    """Every day from ``first`` to ``last``; those that have changed since they were counted are counted anew."""
    now, kept = _seen(first, last), CountedDay.objects.filter(day__gte=first, day__lte=last).in_bulk()
    stale = [day for day in dates(first, last) if day not in kept or (kept[day].turns, kept[day].thumbs) != now[day]]
    days = {day: _opened(one) for day, one in kept.items()}
    if stale:
        anew = count(min(stale), max(stale))
        _keep({day: anew[day] for day in stale}, now)
        days |= anew
    return {day: days[day] for day in dates(first, last)}


def _seen(first: datetime.date, last: datetime.date) -> Seen:
    """How many turns and thumbs each day has now: what can change of a day, and quick to count."""
    turns = between(first, last).annotate(day=number_of_day()).values_list("day")
    number = {date_of(day): n for day, n in turns.annotate(n=Count("pk"))}
    rated: defaultdict[datetime.date, int] = defaultdict(int)
    for day, verdict, n in (
        turns.filter(feedback__in=("up", "down")).values_list("day", "feedback").annotate(n=Count("pk"))
    ):
        rated[date_of(day)] += n if verdict == "up" else n * _APART
    return {day: (number.get(day, 0), rated[day]) for day in dates(first, last)}


_APART = 1_000_003  # so that a thumb that turns over is seen


def _opened(kept: CountedDay) -> Day:
    topics = {name: Figures.from_json(one) for name, one in kept.topics.items()}
    return Day(Figures.from_json(kept.total), defaultdict(Figures, topics))


def _keep(days: dict[datetime.date, Day], seen: Seen) -> None:
    rows = [
        CountedDay(
            day=day,
            turns=seen[day][0],
            thumbs=seen[day][1],
            total=one.total.as_json(),
            topics={name: figures.as_json() for name, figures in one.topics.items()},
        )
        for day, one in days.items()
    ]
    fields = ("turns", "thumbs", "total", "topics")
    CountedDay.objects.bulk_create(rows, update_conflicts=True, unique_fields=("day",), update_fields=fields)
