"""Every topic, and where its reading stands."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from console.models.content import SignOff
from console.talks.said import PARTS, library
from knowledge.model import Topic

SOON = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Reading:
    """A topic and its last sign-off. ``state`` is unread, changed, due, soon or agreed."""

    topic: Topic
    last: SignOff | None
    state: str
    due: datetime.date


def readings() -> list[tuple[str, list[Reading]]]:
    """All topics by group of the menu; those of no group at the end."""
    lasts = last_sign_offs()
    known = library()
    grouped = [(group.title, [known.topics[id_] for id_ in group.topics]) for group in known.groups.values()]
    shown = {topic.id for _, topics in grouped for topic in topics}
    others = [topic for id_, topic in sorted(known.topics.items()) if id_ not in shown]
    every = [*grouped, ("Others", others)] if others else grouped
    return [(title, [reading(topic, lasts.get(topic.id)) for topic in topics]) for title, topics in every]


def last_sign_offs() -> dict[str, SignOff]:
    """The newest sign-off of each topic."""
    found: dict[str, SignOff] = {}
    for one in SignOff.objects.order_by("on", "pk"):
        found[one.topic] = one
    return found


def reading(topic: Topic, last: SignOff | None) -> Reading:
    """Where the reading of a topic stands today."""
    due = last.due if last else topic.review.due
    return Reading(topic, last, _state(topic, last, due, timezone.now().date()), due)


def _state(topic: Topic, last: SignOff | None, due: datetime.date, today: datetime.date) -> str:
    if last is None and not topic.review.clinician:
        return "unread"
    if last is not None and last.version != topic.version:
        return "changed"
    if due <= today:
        return "due"
    return "soon" if due <= today + SOON else "agreed"


def snapshot(topic: Topic) -> dict[str, Any]:
    """What families are told, ready for JSON: what somebody agrees to."""
    content = asdict(topic)
    parts = {part: [[one["text"], list(one["sources"])] for one in content[part]] for part in PARTS}
    return {"title": topic.title, "question": topic.question, **parts, "ask": list(topic.ask)}


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    """Lines that went (``-``) and came (``+``) between two snapshots, in reading order."""
    before, after = _lines(old), _lines(new)
    gone = [("-", line) for line in before if line not in after]
    return gone + [("+", line) for line in after if line not in before]


def _lines(content: dict[str, Any]) -> list[str]:
    sentences = [f"{text} [{', '.join(sources)}]" for part in PARTS for text, sources in content.get(part, [])]
    return [str(content.get("title", "")), str(content.get("question", "")), *sentences, *content.get("ask", [])]
