"""What waits for a second look, what two judged differently, and how far they agree."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from console.access import May, PersonRequest, allowed
from console.models.kept import Turn
from console.models.reviews import Comment, Second, Verdict
from console.reviews.agreement import in_words, kappa, pairs
from console.reviews.verdicts import FIRST
from console.talks.cards import cards
from console.talks.pages import with_work

_MOST = 50


@allowed(May.REVIEW)
def second(request: PersonRequest) -> HttpResponse:
    """Two lists and a figure; one's own first verdicts are for others."""
    own = Verdict.objects.filter(person=request.user, round=FIRST).values("turn")
    wanted = Turn.objects.filter(state__second=Second.WANTED).exclude(pk__in=own)
    disagreed = Turn.objects.filter(state__second=Second.DISAGREED)
    both = pairs()
    value = kappa(both)
    return render(
        request,
        "console/second.html",
        {
            "wanted": cards(list(with_work(wanted.order_by("urgency", "-at"))[:_MOST]), request.user),
            "disagreed": cards(list(with_work(disagreed.order_by("urgency", "-at"))[:_MOST]), request.user),
            "pairs": len(both),
            "same": sum(a == b for a, b in both),
            "kappa": value,
            "kappa_words": in_words(value),
        },
    )


@allowed(May.REVIEW)
def comments(request: PersonRequest) -> HttpResponse:
    """What colleagues wrote to me, newest first; and what is assigned to me."""
    written = Comment.objects.filter(to=request.user).select_related("person", "turn").order_by("-at")[:_MOST]
    mine = Turn.objects.filter(state__assigned=request.user, state__reviewed=None)
    assigned = cards(list(with_work(mine.order_by("urgency", "-at"))[:_MOST]), request.user)
    return render(request, "console/comments.html", {"comments": written, "assigned": assigned})


@allowed(May.REVIEW)
@require_POST
def comments_seen(request: PersonRequest) -> HttpResponse:
    """All read."""
    Comment.objects.filter(to=request.user, seen=None).update(seen=timezone.now())
    return redirect("comments")
