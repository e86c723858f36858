"""Pages by key: each begins where the last ended, so that the last costs what the first does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet

from console.models.kept import Turn
from console.queue.levels import LEVELS

PAGE = 40
COUNTED = 500
_KEY = re.compile(r"([0-9])_(\d{1,12}(?:\.\d{1,9})?)_(\d{1,18})")


@dataclass(frozen=True)
class Key:
    """A place in the queue: level, second, id."""

    level: int
    at: float
    id: int

    @classmethod
    def read(cls, text: str) -> Key | None:
        """From an address; None for what is none."""
        found = _KEY.fullmatch(text)
        return cls(int(found[1]), float(found[2]), int(found[3])) if found and int(found[1]) in LEVELS else None

    def __str__(self) -> str:
        return f"{self.level}_{self.at:.9f}_{self.id}"

    def after(self) -> Q:
        """Older than this, in newest-first order."""
        return Q(at__lt=self.at) | Q(at=self.at, pk__lt=self.id)


def page(
    turns: QuerySet[Turn], key: Key | None, *, by_level: bool = True, few: bool = False
) -> tuple[list[Turn], Key | None]:
    """A page after ``key``, and the key of the next one. Two queries, whatever there is; ``few`` are sorted whole."""
    walk = (_of_few if few else _by_level) if by_level else _newest
    ids = walk(turns, key)
    shown = Turn.objects.select_related("state__assigned").prefetch_related("tags").in_bulk(ids[:PAGE])
    rows = [shown[id_] for id_ in ids[:PAGE] if id_ in shown]
    more = len(ids) > PAGE and rows
    return rows, Key(rows[-1].urgency, rows[-1].at, rows[-1].pk) if more else None


def _newest(turns: QuerySet[Turn], key: Key | None) -> list[int]:
    older = turns.filter(key.after(), at__lte=key.at) if key else turns
    return list(older.order_by("-at", "-pk").values_list("pk", flat=True)[: PAGE + 1])


def _of_few(turns: QuerySet[Turn], key: Key | None) -> list[int]:
    rest = turns.filter(Q(urgency__gt=key.level) | (Q(urgency=key.level) & key.after())) if key else turns
    return list(rest.order_by("urgency", "-at", "-pk").values_list("pk", flat=True)[: PAGE + 1])


def _by_level(turns: QuerySet[Turn], key: Key | None) -> list[int]:
    """One query of a part for each level, each walking its own stretch of the index."""
    parts = []
    for level in LEVELS:
        if key and level < key.level:
            continue
        of_level = turns.filter(urgency=level)
        if key and level == key.level:
            of_level = of_level.filter(key.after(), at__lte=key.at)
        parts.append(of_level.order_by("-at", "-pk").values_list("urgency", "at", "pk")[: PAGE + 1])
    rows = _union(parts, f"SELECT * FROM ({{}}) q ORDER BY 1, 2 DESC, 3 DESC LIMIT {PAGE + 1}")  # nosec B608  # ours
    return [int(row[2]) for row in rows]


def counts(turns: QuerySet[Turn], *, few: bool = False) -> dict[int, int]:
    """How many turns there are at each level, counted up to 500 unless they are ``few``. One query."""
    if few:
        found = turns.order_by().values_list("urgency").annotate(n=Count("pk"))
        return dict.fromkeys(LEVELS, 0) | dict(found)
    # in the order of an index: PostgreSQL then stops at the last, and does not first read all that is reviewed
    ordered = [turns.filter(urgency=level).order_by("-at", "-pk").values_list("pk") for level in LEVELS]
    capped = [one[: COUNTED + 1] for one in ordered]
    each = "SELECT {level}, COUNT(*) FROM ({{}}) c{level}"
    rows = _union(capped, "{}", [each.format(level=level) for level in LEVELS])
    return dict.fromkeys(LEVELS, 0) | {int(level): int(count) for level, count in rows}


def _union(parts: Sequence[QuerySet[Turn, Any]], around: str, each: list[str] | None = None) -> list[tuple[float, ...]]:
    """Several limited queries as one; Django's own union cannot limit its parts on SQLite."""
    wrap = each or [f"SELECT * FROM ({{}}) p{number}" for number in range(len(parts))]  # nosec B608  # a number of ours
    made = [_sql(part) for part in parts]
    told = [(frame.format(sql), params) for frame, (sql, params) in zip(wrap, made, strict=True) if sql]
    if not told:
        return []
    sql = around.format(" UNION ALL ".join(text for text, _ in told))
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for _, params in told for value in params])
        return list(cursor.fetchall())


def _sql(part: QuerySet[Turn, Any]) -> tuple[str, tuple[Any, ...]]:
    from django.core.exceptions import EmptyResultSet

    try:
        return part.query.sql_with_params()
    except EmptyResultSet:
        return "", ()
