"""What is missing: unanswered questions in groups, as a list for editors."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from console.access import May, PersonRequest, allowed
from console.better.missing import SHOWN, groups, unanswered

_DAYS = {"7": 7, "30": 30, "90": 90}


@allowed(May.CORRECT)
def missing(request: PersonRequest) -> HttpResponse:
    """Groups of like questions with their counts, the largest first."""
    days = _DAYS.get(request.GET.get("days", ""), 30)
    turns = unanswered(days)
    found, hint = groups(turns)
    several = [group for group in found if len(group.turns) > 1]
    alone = [group for group in found if len(group.turns) == 1]
    shown = {"groups": several, "alone": alone, "hint": hint, "number": len(turns), "days": days, "shown": SHOWN}
    return render(request, "console/missing.html", {**shown, "choices": list(_DAYS.values())})
