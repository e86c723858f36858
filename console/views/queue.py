"""The queue: what waits, a danger first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from console import audit
from console.access import May, PersonRequest, allowed
from console.models.reviews import State
from console.models.saved import SavedFilter
from console.queue import choices
from console.queue.filters import Filters
from console.queue.levels import HINTS, LEVELS
from console.queue.paging import COUNTED, Key, counts, page
from console.queue.visible import visible

_NAME, _QUERY, _MOST_SAVED = 60, 1000, 50


def filters_of(request: PersonRequest) -> Filters:
    """The filters of an address."""
    return Filters.of(request.GET.dict(), request.GET.getlist("not"))


@allowed(May.READ)
def queue(request: PersonRequest) -> HttpResponse:
    """A page of turns, with counts, filters and progress."""
    filters = filters_of(request)
    key = Key.read(request.GET.get("after", ""))
    turns = filters.apply(visible(request.user), request.user)
    rows, following = page(turns, key, by_level=filters.values.get("order") != "newest", few=filters.few)
    shown = {"rows": rows, "next": filters.query(after=str(following)) if following else ""}
    if request.headers.get("HX-Target") == "more":
        return render(request, "console/queue/rows.html", shown)
    return render(request, "console/queue/page.html", {**shown, **_around(request, filters), "filters": filters})


def _around(request: PersonRequest, filters: Filters) -> dict[str, Any]:
    values = {name: value for name, value in filters.values.items() if name != "level"}
    everywhere = Filters(values, filters.excluded)
    number = counts(everywhere.apply(visible(request.user), request.user), few=filters.few)
    levels = [
        {"level": level, "name": name, "hint": HINTS[level], "count": _told(number[level]), "some": number[level]}
        | {"here": filters.values.get("level") == str(level), "query": everywhere.query(level=str(level))}
        for level, name in LEVELS.items()
    ]
    total = sum(number.values())
    return {
        "levels": levels,
        "all_query": everywhere.query(),
        "total": f"{total:,}" if max(number.values()) <= COUNTED else f"more than {COUNTED:,}",
        "saved": SavedFilter.objects.filter(person=request.user),
        "today": _today(request),
        "choices": {
            "outcomes": choices.OUTCOMES,
            "topics": choices.topics(),
            "people": choices.people(),
            "tags": choices.tags(),
            "verdicts": choices.VERDICTS,
            "channels": choices.CHANNELS,
            "feedback": choices.FEEDBACK,
        },
    }


def _told(number: int) -> str:
    return f"{COUNTED:,}+" if number > COUNTED else f"{number:,}"


def _today(request: PersonRequest) -> dict[str, int]:
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    done = State.objects.filter(reviewed__gte=midnight)
    return done.aggregate(everybody=Count("pk"), me=Count("pk", filter=Q(reviewer=request.user)))


@allowed(May.READ)
@require_POST
def filter_save(request: PersonRequest) -> HttpResponse:
    """Give the present filters a name; the same name again replaces them."""
    name = request.POST.get("name", "").replace("\x00", "").strip()[:_NAME]
    query = Filters.of(request.POST.dict(), request.POST.getlist("not")).query()[:_QUERY]
    if not name:
        messages.error(request, "A saved filter needs a name.")
    elif SavedFilter.objects.filter(person=request.user).count() >= _MOST_SAVED:
        messages.error(request, f"{_MOST_SAVED} saved filters are enough; delete one first.")
    else:
        SavedFilter.objects.update_or_create(person=request.user, name=name, defaults={"query": query})
        audit.record(request.user, "saved a filter")
        messages.success(request, f"The filter “{name}” is saved.")
    return redirect(f"/?{query}")


@allowed(May.READ)
@require_POST
def filter_delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Forget a saved filter of one's own."""
    get_object_or_404(SavedFilter, pk=pk, person=request.user).delete()
    audit.record(request.user, "deleted a filter")
    return redirect("queue")
