"""The queue: a danger first, narrowed as asked, each page where the last ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from console.models import Person, SavedFilter, State, Tag, TestChat
from console.queue.choices import OUTCOMES
from console.queue.paging import PAGE
from console.reviews import work
from dialogue.outcome import Outcome
from tests.console.making import turn

SignIn = Callable[[str], Client]


def shown(client: Client, query: str = "") -> list[int]:
    response = client.get(f"/?{query}")
    assert response.status_code == 200
    return [row.pk for row in response.context["rows"]]


def test_a_danger_comes_first_and_the_newest_of_each(sign_in: SignIn) -> None:
    rest = turn("thanks", urgency=9, at=5000.0)
    old = turn("she has a fever", urgency=0, outcome="emergency", at=1000.0)
    new = turn("he cannot breathe", urgency=0, outcome="emergency", at=2000.0)
    down = turn("not helpful", urgency=1, feedback="down", at=9000.0)
    assert shown(sign_in("moderator")) == [new.pk, old.pk, down.pk, rest.pk]


def test_what_is_reviewed_leaves_the_queue(sign_in: SignIn, moderator: Person) -> None:
    one, two = turn("one"), turn("two")
    work.toggle_reviewed(one, moderator)
    client = sign_in("lead")
    assert shown(client) == [two.pk]
    assert shown(client, "state=reviewed") == [one.pk]
    assert shown(client, "state=all") == [two.pk, one.pk]


@pytest.mark.parametrize("order", ["", "order=newest", "words=message"])
def test_pages_show_every_turn_once(sign_in: SignIn, order: str) -> None:
    made = [turn(f"message {n}", urgency=(0, 3, 9)[n % 3], at=1000.0 + n // 4) for n in range(2 * PAGE + 7)]
    client, seen, query = sign_in("moderator"), [], order
    while query is not None:
        response = client.get(f"/?{query}")
        seen += [row.pk for row in response.context["rows"]]
        query = response.context["next"] or None
    assert sorted(seen) == sorted(one.pk for one in made)
    assert len(seen) == len(set(seen))


FILTERS = [
    ("outcome=emergency", {"emergency"}),
    ("outcome=emergency&not=outcome", {"plain", "other", "shell", "old", "tagged", "flagged", "unsure"}),
    ("topic=staging.ms", {"plain"}),
    ("feedback=up&not=feedback", {"plain", "other", "shell", "old", "tagged", "flagged", "unsure", "emergency"}),
    ("channel=shell", {"shell"}),
    ("language=es", {"other"}),
    ("until=2001-09-10", {"old"}),
    ("since=2001-09-10", {"plain", "other", "shell", "tagged", "flagged", "unsure", "emergency"}),
    ("most=0.4", {"unsure"}),
    ("least=0.95", {"other"}),
    ("tag=good+example", {"tagged"}),
    ("flagged=yes", {"flagged"}),
    ("assigned=me", {"flagged"}),
    ("level=0", {"emergency"}),
    ("words=breathing", {"emergency"}),
    ("words=breathe&not=words", {"plain", "other", "shell", "old", "tagged", "flagged", "unsure"}),
    ("words=purple", set()),
    ("outcome=emergency&channel=shell", set()),
]


@pytest.fixture
def several(moderator: Person) -> dict[int, str]:
    made = {
        "plain": turn("What does stage MS mean", topic="staging.ms", at=1e9 + 1e6),
        "other": turn("hola", language="es", confidence=0.99, at=1e9 + 1e6),
        "shell": turn("hi from the shell", conversation="talk-2", channel="shell", at=1e9 + 1e6),
        "old": turn("long ago", at=1e9 - 1e6),
        "tagged": turn("tag me", at=1e9 + 1e6),
        "flagged": turn("flag me", at=1e9 + 1e6),
        "unsure": turn("hm", confidence=0.3, urgency=4, at=1e9 + 1e6),
        "emergency": turn("he cannot breathe", outcome="emergency", urgency=0, at=1e9 + 1e6),
    }
    work.add_tag(made["tagged"], "Good  example")
    work.toggle_flag(made["flagged"])
    work.assign(made["flagged"], moderator)
    return {one.pk: name for name, one in made.items()}


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_a_filter_leaves_what_fits(
    query: str, expected: set[str], several: dict[int, str], moderator: Person, client_of: Callable[[Person], Client]
) -> None:
    client = client_of(moderator)
    assert {several[pk] for pk in shown(client, query)} == expected
    assert {several[pk] for pk in shown(client, f"{query}&order=newest")} == expected


BAD = ["least=x", "most=7", "since=yesterday", "assigned=%00", "level=5", "state=no", "topic=" + "x" * 999, "after=zz"]


@pytest.mark.parametrize(
    "query", [*BAD, "not=nothing", "words=%00", "reviewer=99999999999999999999", "after=9_1_999999999999999999"]
)
def test_a_filter_that_means_nothing_is_left_out_and_told(sign_in: SignIn, query: str) -> None:
    turn("hello")
    response = sign_in("moderator").get(f"/?{query}")
    assert response.status_code == 200
    if query in BAD[:6]:
        assert "was left out" in response.content.decode() or "%00" in query


def test_counts_tell_what_each_level_holds(sign_in: SignIn) -> None:
    for urgency in (0, 0, 3, 9):
        turn("x", urgency=urgency)
    levels = sign_in("lead").get("/").context["levels"]
    assert {one["level"]: one["count"] for one in levels} == {0: "2", 1: "0", 2: "0", 3: "1", 4: "0", 9: "1"}


def test_a_tester_sees_own_test_chats_only(moderator: Person, client_of: Callable[[Person], Client]) -> None:
    from tests.console.making import person

    tester = person("tester")
    theirs, _ = turn("mine", conversation="own"), turn("not mine", conversation="other")
    TestChat.objects.create(conversation="own", person=tester)
    client = client_of(tester)
    assert shown(client) == [theirs.pk]
    assert client.get("/conversations/own/").status_code == 200
    assert client.get("/conversations/other/").status_code == 404


def test_the_number_of_queries_does_not_hang_on_how_much_there_is(sign_in: SignIn, moderator: Person) -> None:
    client = sign_in("moderator")
    query = "/?state=all&words=message&outcome=emergency&not=outcome"
    client.get(query)
    found = []
    for more in (1, PAGE * 2):
        for n in range(more):
            one = turn(f"a message {n}", urgency=(0, 9)[n % 2], conversation=f"talk-{n}")
            work.add_tag(one, "seen")
            work.assign(one, moderator)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(query)
        found.append(len(queries))
    assert found[0] == found[1] <= 18


def test_a_filter_is_saved_found_again_and_deleted(sign_in: SignIn) -> None:
    client = sign_in("moderator")
    client.post("/filters/", {"name": " Night  work ", "outcome": "emergency", "not": "outcome", "least": "bad"})
    saved = SavedFilter.objects.get()
    assert (saved.name, saved.query) == ("Night  work", "outcome=emergency&not=outcome")
    assert "Night  work" in client.get("/").content.decode()
    assert sign_in("lead").post(f"/filters/{saved.pk}/delete/").status_code == 404
    client.post(f"/filters/{saved.pk}/delete/")
    assert not SavedFilter.objects.exists()


def test_more_rows_come_as_rows_only(sign_in: SignIn) -> None:
    for n in range(PAGE + 1):
        turn(f"message {n}")
    client = sign_in("moderator")
    following = client.get("/").context["next"]
    text = client.get(f"/?{following}", headers={"HX-Request": "true", "HX-Target": "more"}).content.decode()
    assert "<html" not in text
    assert text.count('<li class="row') == 1


def test_progress_of_the_day_is_counted(
    sign_in: SignIn, moderator: Person, client_of: Callable[[Person], Client]
) -> None:
    work.toggle_reviewed(turn("one"), moderator)
    assert client_of(moderator).get("/").context["today"] == {"everybody": 1, "me": 1}
    assert sign_in("lead").get("/").context["today"] == {"everybody": 1, "me": 0}
    assert State.objects.count() == 1
    assert not Tag.objects.exists()


def test_every_outcome_has_its_words() -> None:
    assert set(OUTCOMES) == {outcome.value for outcome in Outcome}
