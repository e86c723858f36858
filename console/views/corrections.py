"""Correcting a turn, and letting corrections out as a patch or a branch."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from console import audit
from console.access import May, PersonRequest, allowed
from console.better import exporting, making
from console.better.branch import NoBranch, make_branch
from console.better.edits import CannotEdit, edited
from console.better.patch import patch
from console.better.repository import intents, root
from console.models.corrections import Correction, Kind
from console.models.kept import Turn
from console.queue.choices import topics
from console.views.turns import back, text_of, turn_of

_KINDS = {
    Kind.EXAMPLE: "The assistant learns from it.",
    Kind.HELD_OUT: "The assistant is measured by it, and never learns from it.",
    Kind.DIALOGUE: "A test that plays the turns before it and this one.",
    Kind.SAFETY: "A line in which a danger must, or must not, be seen.",
}


def _meanings() -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be chosen, by kind; topics by their titles."""
    titles = topics()

    def named(found: dict[str, str]) -> list[tuple[str, str]]:
        return sorted(((id_, titles.get(id_, id_)) for id_ in found), key=lambda one: one[1])

    outcomes = [(name, title) for name, title in making.dialogue_meanings().items() if name.startswith("outcome:")]
    return [
        ("A topic", named({id_: id_ for id_ in intents() if id_ in titles})),
        ("Another intent (example, dialogue)", named({id_: id_ for id_ in intents() if id_ not in titles})),
        ("Another kind (held-out question)", [(name, name.replace("_", " ")) for name in making.HELD_OUT_KINDS]),
        ("An outcome (dialogue)", outcomes),
        ("Safety (safety line)", list(making.safety_meanings().items())),
    ]


@allowed(May.CORRECT)
def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """How a turn should have been read; refused in one line where it cannot be used."""
    turn = turn_of(request, pk)
    said = turn.opened.said if turn.opened else ""
    given = {"kind": Kind.EXAMPLE.value, "text": making.cleaned(said), "meant": turn.topic or turn.intent or ""}
    fault = ""
    if request.method == "POST":
        given = {name: text_of(request, name) for name in given}
        try:
            making.make(turn, request.user, **given)
        except making.Refused as error:
            fault = str(error)
        else:
            audit.record(request.user, f"corrected as {given['kind']}", given["meant"], turn.conversation)
            messages.success(request, "Kept. It waits under Corrections to be exported.")
            return redirect(back(turn))
    shown = {"turn": turn, "given": given, "fault": fault, "back": back(turn), "meanings": _meanings()}
    shown |= {"kinds": [(kind.value, kind.label, told) for kind, told in _KINDS.items()]}
    shown |= {"consent": making.consented(turn.conversation), "before": _before(turn)}
    return render(request, "console/corrections/correct.html", shown)


def _before(turn: Turn) -> list[Turn]:
    earlier = Turn.objects.filter(conversation=turn.conversation, number__lt=turn.number)
    return list(reversed(earlier.order_by("-number")[:2]))


@allowed(May.CORRECT)
def corrections(request: PersonRequest) -> HttpResponse:
    """What waits, as the patch it would be, and what went out before."""
    waiting = exporting.waiting()
    usable = [one for one in waiting if making.consented(one.conversation)]
    fault, shown = "", ""
    try:
        shown = patch(*edited(usable))
    except CannotEdit as error:
        fault = str(error)
    past = Correction.objects.exclude(exported=None).select_related("person").order_by("-exported")[:100]
    context = {"waiting": waiting, "patch": shown, "fault": fault, "past": past, "left_out": len(waiting) - len(usable)}
    return render(request, "console/corrections/list.html", context)


@allowed(May.CORRECT)
@require_POST
def correction_drop(request: PersonRequest, pk: int) -> HttpResponse:
    """Think better of a correction that has not gone out."""
    correction = get_object_or_404(Correction, pk=pk, exported=None)
    audit.record(request.user, "dropped a correction", correction.meant, correction.conversation)
    correction.delete()
    return redirect("corrections")


@allowed(May.CORRECT)
@require_POST
def corrections_export(request: PersonRequest) -> HttpResponse:
    """The patch as a file, or as a branch of the checkout."""
    try:
        made = exporting.export(request.user)
    except (exporting.NothingToExport, CannotEdit) as error:
        messages.error(request, str(error))
        return redirect("corrections")
    audit.record(request.user, "exported corrections", f"{made.corrections} as {made.name}")
    if "branch" not in request.POST:
        return as_file(made.patch, f"{made.name}.patch")
    try:
        make_branch(root(), f"console/{made.name}", made.patch, "nlu: Corrections from the console.")
        messages.success(request, f"The branch console/{made.name} is ready to be reviewed.")
    except NoBranch as error:
        messages.error(request, f"{error}. It is kept as {made.name}.patch in the folder of exports.")
    return redirect("corrections")


def as_file(content: str, name: str, kind: str = "text/x-patch; charset=utf-8") -> HttpResponse:
    """A download."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
