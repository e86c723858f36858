"""The audit log, newest first."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from console.access import May, PersonRequest, allowed
from console.models.audit import AuditEntry

PAGE = 100


@allowed(May.AUDIT)
def audit(request: PersonRequest) -> HttpResponse:
    """A page of the log; ``before`` is the number of the last entry of the page before."""
    entries = AuditEntry.objects.order_by("-pk")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        entries = entries.filter(pk__lt=int(before))
    if who := request.GET.get("who", "").replace("\x00", "").strip():
        entries = entries.filter(who__icontains=who)
    shown = list(entries[: PAGE + 1])
    more = shown[PAGE - 1].pk if len(shown) > PAGE else None
    return render(request, "console/audit.html", {"entries": shown[:PAGE], "more": more, "who": who})
