"""Content review."""

from __future__ import annotations

import datetime
from collections import Counter

import yaml
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from console import audit
from console.access import May, PersonRequest, allowed
from console.better.repository import intents
from console.better.repository import text as file_text
from console.content.signing import CannotSign, sign, sign_off_patch
from console.content.topics import changes, reading, readings, snapshot
from console.models.content import SignOff
from console.models.kept import Version
from console.talks.said import PARTS, content_of, library
from console.views.corrections import as_file
from console.views.turns import text_of
from knowledge.model import Topic

_HALF_A_YEAR = datetime.timedelta(days=182)
_QUESTIONS = 12


@allowed(May.CONTENT)
def content(request: PersonRequest) -> HttpResponse:
    """Every topic, and where its reading stands."""
    groups = readings()
    wanted = request.GET.get("state", "")
    states = Counter(one.state for _, rows in groups for one in rows)
    shown = [(title, [one for one in rows if wanted in ("", one.state)]) for title, rows in groups]
    context = {"groups": [(title, rows) for title, rows in shown if rows], "states": dict(states), "wanted": wanted}
    return render(request, "console/content/list.html", {**context, "waiting": sign_off_patch()[1]})


def _topic(name: str) -> Topic:
    found = library().topics.get(name)
    if found is None:
        raise Http404
    return found


@allowed(May.CONTENT)
def topic(request: PersonRequest, name: str) -> HttpResponse:
    """A topic with sources and questions; with ``version`` also what it said then."""
    known = _topic(name)
    signed = SignOff.objects.filter(topic=known.id).select_related("person")
    one = reading(known, signed.first())
    old = Version.objects.filter(pk=request.GET.get("version", "").replace("\x00", "")[:80], topic=known.id).first()
    context = {
        "topic": known,
        "reading": one,
        "parts": [
            (title, [(s.text, _passages(s.sources)) for s in getattr(known, part)]) for part, title in PARTS.items()
        ],
        "changes": changes(one.last.content, snapshot(known)) if one.state == "changed" and one.last else [],
        "signed": signed,
        "questions": _questions(known.id),
        "due": timezone.now().date() + _HALF_A_YEAR,
        "then": _then(old) if old and old.version != known.version else None,
    }
    return render(request, "console/content/topic.html", context)


def _passages(ids: tuple[str, ...]) -> list[str]:
    known = library()
    found = [(known.source_of(id_), known.passages.get(id_)) for id_ in ids if id_.partition("#")[0] in known.sources]
    return [f"{source.publisher} ({source.date}): {passage.heading if passage else ''}" for source, passage in found]


def _then(version: Version) -> dict[str, object]:
    kept = content_of(version)
    lines = [str(sentence.get("text", "")) for part in PARTS for sentence in kept.get(part, [])]
    return {"version": version.version, "lines": lines or [str(line) for line in kept.get("said", [])]}


def _questions(name: str) -> list[str]:
    path = intents().get(name)
    block = yaml.safe_load(file_text(path))["nlu"][0]["examples"] if path else ""
    return [line.removeprefix("- ") for line in block.splitlines()][:_QUESTIONS]


@allowed(May.SIGN)
@require_POST
def sign_off(request: PersonRequest, name: str) -> HttpResponse:
    """Read and agreed."""
    known = _topic(name)
    given = (text_of(request, "version"), text_of(request, "due"), text_of(request, "note"))
    if request.POST.get("agreed") != "yes":
        messages.error(request, "Tick that you have read it and agree.")
        return redirect("topic", known.id)
    try:
        sign(known, request.user, *given, timezone.now().date())
    except CannotSign as error:
        messages.error(request, str(error))
        return redirect("topic", known.id)
    audit.record(request.user, "signed a topic off", f"{known.id} {known.version}")
    messages.success(request, f"“{known.title}” is read and agreed.")
    return redirect("topic", known.id)


@allowed(May.CORRECT)
@require_POST
def content_export(request: PersonRequest) -> HttpResponse:
    """The sign-offs as a patch to the topics' files."""
    made, number = sign_off_patch()
    if not number:
        messages.error(request, "No sign-off waits: the files hold them all.")
        return redirect("content")
    audit.record(request.user, "exported sign-offs", f"{number} topics")
    return as_file(made, f"sign-offs-{timezone.now():%Y%m%d-%H%M%S}.patch")
