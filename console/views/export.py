"""The filtered queue as CSV or JSON: labels of every turn, text only of families who agreed to it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from console import audit
from console.access import May, PersonRequest, allowed
from console.models.corrections import Export
from console.models.kept import Consent, Turn
from console.models.people import Person
from console.queue.visible import visible
from console.views.queue import filters_of

MOST = 50_000
COLUMNS = (
    *("id", "conversation", "number", "when", "channel", "language", "outcome", "topic", "version", "intent"),
    *("confidence", "safety", "rule", "seconds", "feedback", "urgency", "verdict", "tags", "said", "reply"),
)
_RISKY = ("=", "+", "-", "@", "\t", "\r")


@allowed(May.FIGURES)
def export(request: PersonRequest, kind: str) -> HttpResponse | StreamingHttpResponse:
    """At most 50,000 turns, newest first, as a download."""
    if kind not in ("csv", "json"):
        raise Http404
    filters = filters_of(request)
    agreed = Exists(Consent.objects.filter(pk=OuterRef("conversation"), revoked=None))
    turns = filters.apply(visible(request.user), request.user)
    shown = turns.annotate(agreed=agreed).select_related("state").prefetch_related("tags").order_by("-at", "-pk")[:MOST]
    name = f"turns-{timezone.now():%Y%m%d-%H%M%S-%f}.{kind}"
    _note(name, request.user, turns.filter(agreed))
    audit.record(request.user, f"exported the queue as {kind}", filters.query())
    rows = (row(turn) for turn in shown.iterator(chunk_size=2000))
    lines, type_ = (_csv(rows), "text/csv; charset=utf-8") if kind == "csv" else (_json(rows), "application/json")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type=type_, headers=headers)


def _note(name: str, person: Person, turns: QuerySet[Turn]) -> None:
    """Whose words go out in this file, so that erasing them tells that copies are about."""
    told = turns.filter(body__isnull=False).order_by("-at", "-pk")[:MOST]
    talks = sorted(set(told.values_list("conversation", flat=True)))
    Export.objects.bulk_create([Export(conversation=talk, path=name, person=person) for talk in talks], batch_size=500)


def row(turn: Any) -> dict[str, Any]:
    """A turn as a row."""
    body = turn.opened if turn.agreed else None
    plain = {name: getattr(turn, name) for name in COLUMNS if hasattr(Turn, name) and name not in ("tags", "verdict")}
    return plain | {
        "when": turn.when.isoformat(timespec="seconds"),
        "verdict": getattr(getattr(turn, "state", None), "verdict", None),
        "tags": sorted(tag.name for tag in turn.tags.all()),
        "said": body.said if body else None,
        "reply": "\n\n".join(str(reply.get("text", "")) for reply in body.replies) if body else None,
    }


class _Line:
    """What a csv writer writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def _csv(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for one in rows:
        yield writer.writerow([_cell(one[name]) for name in COLUMNS])


def _cell(value: Any) -> Any:
    """A spreadsheet must not take a family's words for a formula."""
    text = "; ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_RISKY) else text


def _json(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    between = "["
    for one in rows:
        yield f"{between}\n{json.dumps({name: one[name] for name in COLUMNS}, ensure_ascii=False)}"
        between = ","
    yield "[]" if between == "[" else "\n]\n"
