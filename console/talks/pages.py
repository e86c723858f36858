"""Which turns of a conversation a page shows."""

from __future__ import annotations

from django.db.models import QuerySet

from console.models.kept import Turn

PAGE = 30


def with_work(turns: QuerySet[Turn]) -> QuerySet[Turn]:
    """Turns with what was done about them, in a fixed number of queries."""
    joined = turns.select_related("state__assigned", "state__reviewer")
    return joined.prefetch_related("verdicts__person", "comments__person", "comments__to", "tags", "corrections")


def page(turns: QuerySet[Turn], start: int) -> tuple[list[Turn], int | None, int | None]:
    """The turns from number ``start``, and the numbers at which the pages before and after begin."""
    shown = list(with_work(turns.filter(number__gte=start).order_by("number", "pk"))[: PAGE + 1])
    after = shown[PAGE].number if len(shown) > PAGE else None
    before = max(1, start - PAGE) if start > 1 else None
    return shown[:PAGE], before, after


def start_of(number: int) -> int:
    """Where the page with turn ``number`` begins."""
    return max(1, (number - 1) // PAGE * PAGE + 1)
