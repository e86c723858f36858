"""A conversation."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from console import audit
from console.access import May, PersonRequest, allowed
from console.erasing import erase as erase_everywhere
from console.models.kept import Consent, Conversation, Turn
from console.models.people import Person
from console.models.reviews import Comment
from console.queue.choices import people
from console.queue.visible import visible
from console.talks.cards import cards, judgements
from console.talks.pages import page, start_of
from conversations.database import StoreUnavailable

_MOST_NUMBER = 10**9


def found(request: PersonRequest, name: str) -> Conversation:
    """The conversation, if this person may see it. Raises Http404."""
    conversation = Conversation.objects.filter(pk=name.replace("\x00", "")).first()
    if conversation is None or not visible(request.user).filter(conversation=name).exists():
        raise Http404
    return conversation


def _start(request: PersonRequest, turns: list[int]) -> int:
    given = request.GET.get("from", "")
    number = int(given) if given.isdecimal() and len(given) < 10 else (turns[0] if turns else 1)
    return start_of(min(number, _MOST_NUMBER)) if not given else max(1, number)


@allowed(May.READ)
def conversation(request: PersonRequest, name: str) -> HttpResponse:
    """A page of a conversation; that it was opened is written down."""
    talk = found(request, name)
    turns = Turn.objects.filter(conversation=talk.pk)
    wanted = request.GET.get("turn", "")
    at = list(turns.filter(pk=int(wanted)).values_list("number", flat=True)) if _is_id(wanted) else []
    shown, before, after = page(turns, _start(request, at))
    audit.record(request.user, "opened a conversation", conversation=talk.pk)
    Comment.objects.filter(to=request.user, conversation=talk.pk, seen=None).update(seen=timezone.now())
    return render(
        request,
        "console/conversation/page.html",
        {
            "talk": talk,
            "cards": cards(shown, request.user),
            "before": before,
            "after": after,
            "wanted": int(wanted) if at else None,
            "consent": Consent.objects.filter(pk=talk.pk, revoked=None).exists(),
            "judgements": judgements(),
            "people": people(),
        },
    )


def _is_id(text: str) -> bool:
    return text.isdecimal() and len(text) < 19


@allowed(May.ERASE)
def erase(request: PersonRequest, name: str) -> HttpResponse:
    """Erase a conversation everywhere, after a question; the receipt names nobody."""
    talk = found(request, name)
    if request.method != "POST":
        return render(request, "console/conversation/erase.html", {"talk": talk})
    try:
        receipt, faults = erase_everywhere(talk.pk)
    except StoreUnavailable as error:
        messages.error(request, f"Nothing was erased: the database cannot be used just now ({error}).")
        return redirect("erase", talk.pk)
    audit.record(request.user, "erased a conversation", f"receipt {receipt}")
    for fault in faults:
        messages.warning(request, fault)
    messages.success(request, f"The conversation is erased. Receipt: {receipt}")
    return redirect("queue")


def colleague(pk: str) -> Person | None:
    """Somebody who can be given work or written to."""
    return Person.objects.filter(pk=int(pk), is_active=True).exclude(role="tester").first() if _is_id(pk) else None
