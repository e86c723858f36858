"""Figures: counted right, each leading to what it counts; exports that honour consent."""

from __future__ import annotations

import csv
import datetime
import io
import json
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from console.figures.days import median
from console.models import Turn
from tests.console.making import consent, turn

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.django_db


def _body(response: object) -> str:
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


@pytest.fixture
def week() -> None:
    now = time.time()
    for days, outcome, labels in (
        (0, "answered", {"feedback": "up", "topic": "staging.ms", "confidence": 0.9, "seconds": 0.1}),
        (0, "emergency", {"urgency": 0, "confidence": 0.5, "seconds": 0.3}),
        (2, "not_covered", {"urgency": 3, "confidence": 0.7, "seconds": 0.2}),
        (2, "answered", {"feedback": "down", "urgency": 1, "topic": "staging.ms", "confidence": None, "seconds": None}),
        (40, "answered", {}),
    ):
        turn("x", conversation=f"talk-{days}", outcome=outcome, at=now - 86_400 * days, **labels)


def test_each_day_is_counted(sign_in: SignIn, week: None) -> None:
    context = sign_in("moderator").get("/figures/?days=7").context
    total = context["total"]
    assert (total.turns, total.conversations, total.danger, total.unanswered) == (4, 2, 1, 1)
    assert (total.up, total.down, total.confidence, total.latency) == (1, 1, 0.7, 0.2)
    pictures = {one.name: [column.told for column in one.columns] for one in context["pictures"]}
    assert pictures["Conversations"] == ["0", "0", "0", "0", "1", "0", "1"]
    assert pictures["Danger seen"][-1] == "1"
    assert [(one["topic"], one["figures"].turns) for one in context["topics"]] == [("staging.ms", 2)]


def test_a_column_leads_to_the_turns_it_counts(sign_in: SignIn, week: None) -> None:
    client = sign_in("lead")
    today = timezone.now().date().isoformat()
    page = client.get("/figures/?days=7").content.decode()
    link = f"/?state=all&amp;since={today}&amp;until={today}&amp;level=0"
    assert f'href="{link}"' in page
    assert [row.outcome for row in client.get(link.replace("&amp;", "&")).context["rows"]] == ["emergency"]


def test_figures_take_the_same_queries_however_much_was_said(sign_in: SignIn, week: None) -> None:
    client, found = sign_in("moderator"), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/figures/?days=90")
        found.append(len(queries))
        for n in range(40):
            turn("y", conversation=f"more-{n}", at=time.time() - 86_400 * (n % 9))
    assert found[0] == found[1] <= 16


def _told(client: Client) -> tuple[int, ...]:
    total = client.get("/figures/?days=7").context["total"]
    return (total.turns, total.conversations, total.up, total.down)


def test_what_changes_on_a_day_that_was_counted_is_seen(sign_in: SignIn, week: None) -> None:
    client = sign_in("lead")
    assert _told(client) == _told(client) == (4, 2, 1, 1)
    turn("z", conversation="late", at=time.time() - 86_400 * 2)
    assert _told(client) == (5, 3, 1, 1)
    Turn.objects.filter(feedback="up").update(feedback="down")
    assert _told(client) == (5, 3, 0, 2)
    Turn.objects.filter(conversation="talk-2").delete()
    assert _told(client) == (3, 2, 0, 1)


def test_a_day_that_did_not_change_is_not_counted_again(sign_in: SignIn, week: None) -> None:
    client, found = sign_in("lead"), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/figures/?days=30")
        found.append([one["sql"] for one in queries if 'COUNT(DISTINCT "turns"."conversation")' in one["sql"]])
    assert [len(one) for one in found] == [1, 0]


def test_no_talk_is_no_fault(sign_in: SignIn) -> None:
    assert sign_in("clinician").get("/figures/?days=nonsense").status_code == 200


@pytest.mark.parametrize(
    ("values", "expected"), [({}, None), ({50: 1}, 0.5), ({10: 1, 90: 1}, 0.1), ({10: 1, 50: 1, 90: 5}, 0.9)]
)
def test_a_median_is_the_middle(values: dict[float, int], expected: float | None) -> None:
    assert median(Counter(values)) == expected


def test_an_export_has_all_labels_and_the_text_of_those_who_agreed(sign_in: SignIn) -> None:
    consent("agrees")
    consent("took it back", revoked=1.0)
    for name in ("agrees", "took it back", "never asked"):
        turn(f"said by {name}", conversation=name, outcome="not_covered")
    rows = json.loads(_body(sign_in("lead").get("/export/json/?outcome=not_covered")))
    assert {row["conversation"]: row["said"] for row in rows} == {
        "agrees": "said by agrees",
        "took it back": None,
        "never asked": None,
    }
    assert all(row["outcome"] == "not_covered" and row["confidence"] == 0.91 for row in rows)


def test_a_csv_holds_nothing_a_spreadsheet_would_run(sign_in: SignIn) -> None:
    consent()
    for text in ("=cmd|'/c calc'!A1", "+1", "-2", "@x", 'plain, with "marks"\nand lines'):
        turn(text)
    rows = list(csv.DictReader(io.StringIO(_body(sign_in("moderator").get("/export/csv/?state=all")))))
    assert len(rows) == 5
    assert not [row["said"] for row in rows if row["said"][0] in "=+-@"]


def test_an_empty_export_is_still_one(sign_in: SignIn) -> None:
    client = sign_in("moderator")
    assert json.loads(_body(client.get("/export/json/"))) == []
    assert len(_body(client.get("/export/csv/")).splitlines()) == 1
    assert client.get("/export/xml/").status_code == 404


def test_days_of_midnight_belong_to_the_day_that_begins(sign_in: SignIn) -> None:
    midnight = datetime.datetime.combine(timezone.now().date(), datetime.time(), datetime.timezone.utc).timestamp()
    turn("x", at=midnight)
    turn("x", at=midnight - 0.001)
    picture = sign_in("lead").get("/figures/?days=7").context["pictures"][0]
    assert [column.told for column in picture.columns][-2:] == ["1", "1"]
