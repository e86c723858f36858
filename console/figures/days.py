"""What happened each day, counted by the database in three queries."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, F, FloatField, IntegerField, QuerySet
from django.db.models.functions import Cast, Floor, Round

from console.models.kept import Turn

DAY = 86_400
DANGER, UNANSWERED = ("emergency", "self_harm"), ("not_covered", "clarify", "unavailable")
Buckets = Counter[float]


@dataclass
class Figures:
    """The figures of a day, or of all days. Medians are of values rounded to hundredths."""

    conversations: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    up: int = 0
    down: int = 0
    confidences: Buckets = field(default_factory=Counter)
    latencies: Buckets = field(default_factory=Counter)

    @property
    def turns(self) -> int:
        """All turns."""
        return self.outcomes.total()

    @property
    def danger(self) -> int:
        """Turns in which a danger was seen."""
        return sum(self.outcomes[name] for name in DANGER)

    @property
    def unanswered(self) -> int:
        """Turns that got no answer."""
        return sum(self.outcomes[name] for name in UNANSWERED)

    @property
    def confidence(self) -> float | None:
        """The median confidence."""
        return median(self.confidences)

    @property
    def latency(self) -> float | None:
        """The median of seconds an answer took."""
        return median(self.latencies)


def median(buckets: Buckets) -> float | None:
    """The middle value of counted values (the lower of two); None without any."""
    half, seen = buckets.total() / 2, 0
    for value in sorted(buckets):
        seen += buckets[value]
        if seen >= half:
            return value
    return None


def by_day(turns: QuerySet[Turn], first: datetime.date, last: datetime.date) -> dict[datetime.date, Figures]:
    """Every day from ``first`` to ``last``, days without talk too."""
    days = {first + datetime.timedelta(days=n): Figures() for n in range((last - first).days + 1)}
    for day, talks in _conversations(turns):
        if day in days:
            days[day].conversations = talks
    for row in _grouped(turns, "outcome", "feedback"):
        if (figures := days.get(_date(row[0]))) is not None:
            figures.outcomes[str(row[1])] += row[3]
            figures.up += row[3] * (row[2] == "up")
            figures.down += row[3] * (row[2] == "down")
    for name in ("confidence", "seconds"):
        for day_, value, number in _rounded(turns, name):
            if (figures := days.get(_date(day_))) is not None:
                (figures.confidences if name == "confidence" else figures.latencies)[value] += number
    return days


def _day() -> Cast:
    return Cast(Floor(F("at") / float(DAY)), IntegerField())


def _date(day: int) -> datetime.date:
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=day)


def _conversations(turns: QuerySet[Turn]) -> Iterator[tuple[datetime.date, int]]:
    rows = turns.order_by().annotate(day=_day()).values_list("day").annotate(n=Count("conversation", distinct=True))
    return ((_date(day), number) for day, number in rows)


def _grouped(turns: QuerySet[Turn], *names: str) -> Iterable[tuple[int, str, str, int]]:
    rows: Iterable[tuple[int, str, str, int]] = (
        turns.order_by().annotate(day=_day()).values_list("day", *names).annotate(n=Count("pk"))
    )
    return rows


def _rounded(turns: QuerySet[Turn], name: str) -> Iterator[tuple[int, float, int]]:
    value = Cast(Round(F(name) * 100), FloatField())
    rows = turns.order_by().exclude(**{name: None}).annotate(day=_day(), v=value).values_list("day", "v")
    return ((day, hundredths / 100, number) for day, hundredths, number in rows.annotate(n=Count("pk")))


def altogether(days: Iterable[Figures]) -> Figures:
    """The figures of all days as one; conversations that went on after midnight count on each of their days."""
    total = Figures()
    for one in days:
        total.conversations += one.conversations
        total.outcomes += one.outcomes
        total.up, total.down = total.up + one.up, total.down + one.down
        total.confidences += one.confidences
        total.latencies += one.latencies
    return total


def by_topic(turns: QuerySet[Turn], most: int) -> list[dict[str, object]]:
    """The topics most spoken of, with thumbs and median confidence."""
    found: dict[str, Figures] = defaultdict(Figures)
    value = Cast(Round(F("confidence") * 100), FloatField())
    rows = turns.exclude(topic=None).order_by().annotate(v=value).values_list("topic", "feedback", "v", "outcome")
    for topic, feedback, hundredths, outcome, number in rows.annotate(n=Count("pk")):
        figures = found[str(topic)]
        figures.outcomes[outcome] += number
        figures.up, figures.down = (
            figures.up + number * (feedback == "up"),
            figures.down + number * (feedback == "down"),
        )
        if hundredths is not None:
            figures.confidences[hundredths / 100] += number
    first = sorted(found, key=lambda topic: -found[topic].turns)[:most]
    return [{"topic": topic, "figures": found[topic]} for topic in first]
