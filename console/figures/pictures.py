"""Columns for a picture of the days: where each stands, how high it is, and where it leads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from console.figures.days import Figures

WIDTH, HEIGHT = 640, 120
_LABELS = 6


@dataclass(frozen=True)
class Column:
    """A day's column; lengths are those of the picture, as text with a point."""

    x: str
    y: str
    width: str
    height: str
    day: datetime.date
    told: str
    label: str


@dataclass(frozen=True)
class Picture:
    """One figure over the days; ``query`` narrows the queue to what is counted."""

    name: str
    total: str
    tone: str
    query: str
    columns: list[Column]
    most: str


def picture(
    name: str,
    tone: str,
    query: str,
    days: Mapping[datetime.date, Figures],
    value: Callable[[Figures], float | None],
    told: Callable[[float | None], str],
    total: float | None,
) -> Picture:
    """A picture of ``value`` for each day."""
    values = {day: value(figures) for day, figures in days.items()}
    most = max((one for one in values.values() if one), default=0) or 1
    step = WIDTH / max(1, len(values))
    every = max(1, len(values) // _LABELS)
    columns = [
        _column(at, step, day, one, most, told(one), f"{day:%d %b}" if at % every == 0 else "")
        for at, (day, one) in enumerate(values.items())
    ]
    return Picture(name, told(total), tone, query, columns, told(most))


def _column(
    at: int, step: float, day: datetime.date, value: float | None, most: float, told: str, label: str
) -> Column:
    height = HEIGHT * (value or 0) / most
    gap = min(3.0, step * 0.2)
    return Column(
        f"{at * step + gap / 2:.1f}", f"{HEIGHT - height:.1f}", f"{step - gap:.1f}", f"{height:.1f}", day, told, label
    )
