"""What every page shows around its own matter."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from console.access import May, may
from console.models.people import Person
from console.models.reviews import Comment, Second, State

THEMES = ("auto", "light", "dark")
_PLACES = (
    ("queue", "Queue", "queue", May.READ),
    ("comments", "For me", "comment", May.REVIEW),
    ("second", "Second look", "second", May.REVIEW),
    ("missing", "Missing knowledge", "missing", May.CORRECT),
    ("corrections", "Corrections", "correct", May.CORRECT),
    ("content", "Content", "content", May.CONTENT),
    ("dashboard", "Figures", "figures", May.FIGURES),
    ("people", "People", "people", May.PEOPLE),
    ("audit", "Audit log", "audit", May.AUDIT),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """The way around, for whom it is; the chosen light; numbers of what waits."""
    theme = request.COOKIES.get("console_theme", "auto")
    shown: dict[str, Any] = {"theme": theme if theme in THEMES else "auto"}
    person = getattr(request, "user", None)
    if isinstance(person, Person):
        here = request.resolver_match.url_name if request.resolver_match else ""
        counts = _waiting(person) if may(person, May.REVIEW) else {}
        shown["places"] = [
            {"url": url, "name": name, "icon": icon, "here": (here or "").startswith(url), "count": counts.get(url, 0)}
            for url, name, icon, what in _PLACES
            if may(person, what)
        ]
        shown["may"] = {what.name.lower(): may(person, what) for what in May}
    return shown


def _waiting(person: Person) -> dict[str, int]:
    open_seconds = [Second.WANTED, Second.DISAGREED]
    return {
        "comments": Comment.objects.filter(to=person, seen=None).count(),
        "second": State.objects.filter(second__in=open_seconds).count(),
    }
