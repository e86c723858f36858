"""Figures, and the queue as a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from console.access import May, PersonRequest, allowed
from console.figures.counted import days_between
from console.figures.days import Figures, altogether, by_topic
from console.figures.pictures import HEIGHT, WIDTH, Picture, picture

_DAYS = (7, 30, 90)
_TOPICS = 15
_Value = Callable[[Figures], float | None]


def _whole(value: float | None) -> str:
    return f"{value or 0:,.0f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f} s"


_PICTURES: tuple[tuple[str, str, str, _Value, Callable[[float | None], str]], ...] = (
    ("Conversations", "accent", "", lambda day: day.conversations, _whole),
    ("Danger seen", "danger", "level=0", lambda day: day.danger, _whole),
    ("Unanswered", "warn", "level=3", lambda day: day.unanswered, _whole),
    ("Thumbs down", "warn", "feedback=down", lambda day: day.down, _whole),
    ("Thumbs up", "good", "feedback=up", lambda day: day.up, _whole),
    ("Median confidence", "accent", "most=0.5", lambda day: day.confidence, _percent),
    ("Median seconds to answer", "calm", "", lambda day: day.latency, _seconds),
)


@allowed(May.FIGURES)
def dashboard(request: PersonRequest) -> HttpResponse:
    """Pictures of the days and a table of topics, each leading to the turns behind it."""
    given = request.GET.get("days", "")
    number = int(given) if given in map(str, _DAYS) else 30
    last = timezone.now().date()
    first = last - datetime.timedelta(days=number - 1)
    days = days_between(first, last)
    figures = {day: one.total for day, one in days.items()}
    total = altogether(days.values())
    context = {
        "pictures": [_picture(figures, total, *one) for one in _PICTURES],
        "outcomes": total.outcomes.most_common(),
        "total": total,
        "topics": by_topic(days.values(), _TOPICS),
        "days": number,
        "choices": _DAYS,
        "since": first,
        "size": {"width": WIDTH, "height": HEIGHT},
    }
    return render(request, "console/dashboard.html", context)


def _picture(
    days: dict[datetime.date, Figures],
    total: Figures,
    name: str,
    tone: str,
    query: str,
    value: _Value,
    told: Callable[[float | None], str],
) -> Picture:
    return picture(name, tone, query, days, value, told, value(total))
