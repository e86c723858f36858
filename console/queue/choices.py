"""What the filters offer to choose from. Known lists come from the house, so that no page scans the table for them."""

from __future__ import annotations

from functools import cache

from console.models.people import Person
from console.models.reviews import Judgement, Tag
from knowledge.library import Library

OUTCOMES: dict[str, str] = {
    "answered": "Answered",
    "clarify": "Asked back",
    "ask_doctor": "Ask the doctor",
    "outlook": "Outlook",
    "distress": "Distress",
    "emergency": "Emergency",
    "self_harm": "Self-harm",
    "not_covered": "Not covered",
    "out_of_scope": "Out of scope",
    "small_talk": "Small talk",
    "unavailable": "No answer",
}
CHANNELS = ("telegram", "shell")
FEEDBACK = (("up", "Thumb up"), ("down", "Thumb down"))
VERDICTS = Judgement.choices


@cache
def topics() -> dict[str, str]:
    """Every topic's title by its id."""
    return {topic.id: topic.title for topic in Library.load().topics.values()}


def people() -> list[tuple[str, str]]:
    """Who reviews."""
    rows = Person.objects.filter(is_active=True).exclude(role="tester").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def tags() -> list[str]:
    """The tags in use, a hundred at most."""
    return list(Tag.objects.order_by("name").values_list("name", flat=True).distinct()[:100])
