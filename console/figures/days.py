"""What happened on a day, and on several days together."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

DAY = 86_400
DANGER, UNANSWERED = ("emergency", "self_harm"), ("not_covered", "clarify", "unavailable")
Buckets = Counter[int]
_HUNDREDTHS = 100


@dataclass
class Figures:
    """The figures of a day, or of all days; confidences and seconds are counted in hundredths."""

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

    def note(self, outcome: str, feedback: str | None, confidence: int | None, number: int) -> None:
        """Count ``number`` turns that are alike."""
        self.outcomes[outcome] += number
        self.up += number * (feedback == "up")
        self.down += number * (feedback == "down")
        if confidence is not None:
            self.confidences[confidence] += number

    def add(self, other: Figures) -> None:
        """Count ``other`` too; conversations that went on after midnight count on each of their days."""
        self.conversations += other.conversations
        self.outcomes.update(other.outcomes)
        self.up, self.down = self.up + other.up, self.down + other.down
        self.confidences.update(other.confidences)
        self.latencies.update(other.latencies)

    def as_json(self) -> dict[str, Any]:
        """What ``from_json`` reads."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Figures:
        """Figures as ``as_json`` gave them, though JSON makes all keys text."""
        rates = {name: Counter({int(k): n for k, n in kept[name].items()}) for name in ("confidences", "latencies")}
        return cls(kept["conversations"], Counter(kept["outcomes"]), kept["up"], kept["down"], **rates)


@dataclass
class Day:
    """A day: all of it, and topic by topic."""

    total: Figures = field(default_factory=Figures)
    topics: defaultdict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))


def median(buckets: Buckets) -> float | None:
    """The middle of values counted in hundredths (the lower of two); None without any."""
    half, seen = buckets.total() / 2, 0
    for value in sorted(buckets):
        seen += buckets[value]
        if seen >= half:
            return value / _HUNDREDTHS
    return None


def altogether(days: Iterable[Day]) -> Figures:
    """The figures of all days as one."""
    total = Figures()
    for one in days:
        total.add(one.total)
    return total


def by_topic(days: Iterable[Day], most: int) -> list[dict[str, object]]:
    """The topics most spoken of, with thumbs and median confidence."""
    found: defaultdict[str, Figures] = defaultdict(Figures)
    for one in days:
        for topic, figures in one.topics.items():
            found[topic].add(figures)
    first = sorted(found, key=lambda topic: -found[topic].turns)[:most]
    return [{"topic": topic, "figures": found[topic]} for topic in first]


def dates(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Every day from ``first`` to ``last``."""
    yield from (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))


def second(day: datetime.date) -> float:
    """When a day begins, in Unix seconds."""
    return float((day - datetime.date(1970, 1, 1)).days * DAY)
