"""Content grows old: say which topics are due to be read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.finding import Finding
from knowledge.library import Content


def check(content: Content, today: date | None = None) -> Iterator[Finding]:
    """Warn of every topic whose review is overdue on ``today`` (now, if not given)."""
    day = today or date.today()
    for topic in content.topics:
        if topic.review.due < day:
            fault = f"the review of `{topic.id}` was due on {topic.review.due}"
            yield Finding(topic.file, 1, fault, "have it read again and set `due`", warning=True)
