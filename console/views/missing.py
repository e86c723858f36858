"""What is missing: unanswered questions in groups, as a list for editors to tick off."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from console import audit
from console.access import May, PersonRequest, allowed
from console.better.missing import MOST, groups, settle, unanswered
from console.models.missing import How

_DAYS = {"7": 7, "30": 30, "90": 90}
_DIGITS = 19


@allowed(May.CORRECT)
def missing(request: PersonRequest) -> HttpResponse:
    """Groups of like questions with their counts, the largest first; those that are ticked off stand apart."""
    days = _DAYS.get(request.GET.get("days", ""), 30)
    state = "settled" if request.GET.get("state") == "settled" else "open"
    found, hint = groups(unanswered(days))
    chosen = [group for group in found if bool(group.open) == (state == "open")]
    shown = {
        "groups": [group for group in chosen if len(group.turns) > 1],
        "alone": [group for group in chosen if len(group.turns) == 1],
        "number": sum(len(group.turns) for group in chosen),
        "settled": sum(not group.open for group in found),
        "hint": hint,
        "days": days,
        "state": state,
        "choices": list(_DAYS.values()),
        "ways": How.choices,
    }
    return render(request, "console/missing.html", shown)


@allowed(May.CORRECT)
@require_POST
def missing_settle(request: PersonRequest) -> HttpResponse:
    """Tick a group off as done or not for us, or put it back. Who and when is kept."""
    given, how = request.POST.get("turns", "").split(","), request.POST.get("how", "")
    ids = [int(one) for one in given if one.isdecimal() and len(one) < _DIGITS][:MOST]
    days = request.POST.get("days", "") if request.POST.get("days", "") in _DAYS else "30"
    if how and how not in How.values:
        messages.error(request, "Choose whether it is done or not for us.")
    elif number := settle(ids, how, request.user):
        told = str(How(how).label).lower() if how else "put back"
        audit.record(request.user, "ticked missing knowledge off", f"{number} questions: {told}")
        messages.success(request, f"{number} question{'s' * (number > 1)}: {told}.")
    return redirect(f"{reverse('missing')}?days={days}")
