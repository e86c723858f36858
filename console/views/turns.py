"""Acts on one turn. Each answers with the turn's card, or leads back to it where there is no script."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from console import audit
from console.access import May, PersonRequest, View, allowed
from console.models.kept import Consent, Turn
from console.models.reviews import Comment, Judgement, Tag
from console.queue.choices import people
from console.queue.visible import visible
from console.reviews import verdicts, work
from console.talks.cards import cards, judgements
from console.talks.pages import with_work
from console.views.conversation import colleague

NOTE = 4000
Act = Callable[[PersonRequest, Turn], str]


class Refused(ValueError):
    """What was asked cannot be done; the message is one line for the person."""


def turn_of(request: PersonRequest, pk: int) -> Turn:
    """The turn, if this person may see it. Raises Http404."""
    turn = visible(request.user).filter(pk=pk).first() if pk < 2**63 else None
    if turn is None:
        raise Http404
    return turn


def text_of(request: PersonRequest, name: str) -> str:
    """What was typed into a field, without what no database takes, and not endless."""
    return request.POST.get(name, "").replace("\x00", "").strip()[:NOTE]


def card(request: PersonRequest, pk: int, fault: str = "") -> HttpResponse:
    """The turn's card as it now is."""
    turn = with_work(Turn.objects.filter(pk=pk)).get()
    shown = {"card": cards([turn], request.user)[0], "fault": fault, "judgements": judgements(), "people": people()}
    shown["consent"] = Consent.objects.filter(pk=turn.conversation, revoked=None).exists()
    return render(request, "console/conversation/turn.html", shown)


def back(turn: Turn) -> str:
    """The address of a turn on its page."""
    return f"{reverse('conversation', args=[turn.conversation])}?turn={turn.pk}#turn-{turn.pk}"


def acting(what: May) -> Callable[[Act], View]:
    """A view that does one act on a turn, writes it down, and shows the card again."""

    def view_of(act: Act) -> View:
        def view(request: PersonRequest, pk: int) -> HttpResponse:
            turn, fault = turn_of(request, pk), ""
            try:
                audit.record(request.user, act(request, turn), f"turn {turn.pk}", turn.conversation)
            except (Refused, verdicts.NotYours, work.BadTag) as error:
                fault = str(error)
            if request.headers.get("HX-Request"):
                return card(request, turn.pk, fault)
            if fault:
                messages.error(request, fault)
            return redirect(back(turn))

        view.__name__, view.__doc__ = act.__name__, act.__doc__
        return allowed(what)(require_POST(view))

    return view_of


def _judgement(request: PersonRequest) -> str:
    given = request.POST.get("judgement", "")
    if given not in Judgement.values:
        raise Refused("Choose one of the verdicts.")
    return given


@acting(May.REVIEW)
def judge(request: PersonRequest, turn: Turn) -> str:
    """A verdict, with a note."""
    given = _judgement(request)
    verdicts.judge(turn, request.user, given, text_of(request, "note"))
    return f"judged {given}"


@acting(May.RESOLVE)
def resolve(request: PersonRequest, turn: Turn) -> str:
    """A lead's word where two differ."""
    given = _judgement(request)
    verdicts.resolve(turn, request.user, given, text_of(request, "note"))
    return f"settled as {given}"


@acting(May.REVIEW)
def reviewed(request: PersonRequest, turn: Turn) -> str:
    """Reviewed, or again not."""
    state = work.toggle_reviewed(turn, request.user)
    return "marked reviewed" if state.reviewed else "marked not reviewed"


@acting(May.REVIEW)
def flag(_request: PersonRequest, turn: Turn) -> str:
    """Flagged, or no longer."""
    return "flagged" if work.toggle_flag(turn).flagged else "took a flag away"


@acting(May.REVIEW)
def assign(request: PersonRequest, turn: Turn) -> str:
    """Given to somebody, to me, or to nobody."""
    given = request.POST.get("to", "")
    to = request.user if given == "me" else colleague(given)
    if given and to is None:
        raise Refused("There is no such colleague.")
    work.assign(turn, to)
    return f"assigned to {to}" if to else "assigned to nobody"


@acting(May.REVIEW)
def tag(request: PersonRequest, turn: Turn) -> str:
    """A tag more."""
    return f"tagged {work.add_tag(turn, request.POST.get('name', '')).name}"


@acting(May.REVIEW)
def untag(request: PersonRequest, turn: Turn) -> str:
    """A tag less."""
    Tag.objects.filter(turn=turn, name=text_of(request, "name")).delete()
    return "took a tag away"


@acting(May.REVIEW)
def comment(request: PersonRequest, turn: Turn) -> str:
    """A word to a colleague."""
    text, given = text_of(request, "text"), request.POST.get("to", "")
    to = colleague(given)
    if not text:
        raise Refused("A comment needs words.")
    if given and to is None:
        raise Refused("There is no such colleague.")
    Comment.objects.create(turn=turn, conversation=turn.conversation, person=request.user, to=to, text=text)
    return f"wrote to {to}" if to else "commented"
