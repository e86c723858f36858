"""Verdicts: a first, a second where safety is touched, a lead's where two differ; and all that stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from console.models import AuditEntry, Comment, Person, State, Tag, Turn, Verdict
from console.reviews.agreement import in_words, kappa
from tests.console.making import consent, person, turn

ClientOf = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def judge(client: Client, one: Turn, judgement: str, note: str = "") -> Any:
    return client.post(
        f"/turns/{one.pk}/judge/", {"judgement": judgement, "note": note}, headers={"HX-Request": "true"}
    )


@pytest.fixture
def team(client_of: ClientOf) -> dict[str, Client]:
    roles = {"ann": "moderator", "ben": "moderator", "cleo": "clinician", "lead": "lead"}
    return {name: client_of(person(role, name)) for name, role in roles.items()}


def test_a_verdict_is_given_and_can_be_changed_by_whom_gave_it(team: dict[str, Client], a_turn: Turn) -> None:
    judge(team["ann"], a_turn, "wording", "too long")
    judge(team["ann"], a_turn, "good")
    verdict = Verdict.objects.get()
    assert (verdict.judgement, verdict.note, verdict.round) == ("good", None, 1)
    state = State.objects.get()
    assert (state.verdict, state.second, state.reviewer.name) == ("good", "", "ann")


def test_a_colleagues_verdict_on_a_harmless_turn_stands(team: dict[str, Client], a_turn: Turn) -> None:
    judge(team["ann"], a_turn, "good")
    assert "ann has judged this one" in judge(team["ben"], a_turn, "wording").content.decode()
    assert Verdict.objects.get().judgement == "good"


@pytest.mark.parametrize(
    ("labels", "judgement", "wanted"),
    [
        ({}, "good", ""),
        ({}, "missed_red_flag", "wanted"),
        ({}, "false_alarm", "wanted"),
        ({"outcome": "emergency"}, "good", "wanted"),
        ({"outcome": "answered", "safety": "self_harm"}, "wording", "wanted"),
        ({"outcome": "outlook", "safety": "outlook"}, "good", ""),
    ],
)
def test_a_verdict_that_touches_danger_wants_a_second_look(
    team: dict[str, Client], labels: dict[str, str], judgement: str, wanted: str
) -> None:
    judge(team["ann"], turn("x", **labels), judgement)
    assert State.objects.get().second == wanted


@pytest.fixture
def alarm() -> Turn:
    return turn("he cannot breathe", outcome="emergency", urgency=0)


def test_the_second_person_does_not_see_the_first_verdict_before_giving_one(
    team: dict[str, Client], alarm: Turn
) -> None:
    judge(team["ann"], alarm, "false_alarm", "he plays a game")
    page = team["ben"].get(f"/conversations/{alarm.conversation}/").content.decode()
    assert "he plays a game" not in page
    assert "second look" in page
    assert "he plays a game" in judge(team["ben"], alarm, "good").content.decode()


def test_two_who_agree_are_done_and_two_who_differ_need_a_lead(team: dict[str, Client], alarm: Turn) -> None:
    judge(team["ann"], alarm, "good")
    judge(team["ben"], alarm, "good")
    assert State.objects.get().second == "agreed"
    judge(team["ben"], alarm, "false_alarm")
    assert State.objects.get().second == "disagreed"
    assert "Two people have judged" in judge(team["cleo"], alarm, "good").content.decode()
    assert "a lead settles" in judge(team["ann"], alarm, "wording").content.decode()
    given = {"judgement": "false_alarm", "note": "seen"}
    assert team["ben"].post(f"/turns/{alarm.pk}/resolve/", given).status_code == 403
    team["lead"].post(f"/turns/{alarm.pk}/resolve/", given)
    state = State.objects.get()
    assert (state.second, state.verdict) == ("resolved", "false_alarm")
    assert "A lead has settled" in judge(team["ben"], alarm, "good").content.decode()


def test_a_lead_has_nothing_to_settle_where_nobody_differs(team: dict[str, Client], alarm: Turn) -> None:
    response = team["lead"].post(f"/turns/{alarm.pk}/resolve/", {"judgement": "good"}, follow=True)
    assert "nothing to settle" in response.content.decode()


def test_the_page_of_second_looks_shows_whose_turn_it_is(team: dict[str, Client], alarm: Turn) -> None:
    judge(team["ann"], alarm, "good")
    assert not team["ann"].get("/second/").context["wanted"]
    assert [card.turn.pk for card in team["ben"].get("/second/").context["wanted"]] == [alarm.pk]
    judge(team["ben"], alarm, "wording")
    context = team["lead"].get("/second/").context
    assert [card.turn.pk for card in context["disagreed"]] == [alarm.pk]
    assert (context["pairs"], context["same"]) == (1, 0)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([("a", "a")] * 5, None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
    ],
)
def test_kappa_is_cohens(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(pairs) == (None if expected is None else pytest.approx(expected))


def test_kappa_has_its_usual_words() -> None:
    values = (None, -0.2, 0.1, 0.3, 0.5, 0.7, 0.9)
    words = ["too few to tell", "worse than chance", "slight", "fair", "moderate", "substantial", "almost perfect"]
    assert [in_words(value) for value in values] == words


def test_flag_reviewed_assign_and_tag_are_kept_and_written_down(team: dict[str, Client], a_turn: Turn) -> None:
    ben = Person.objects.get(name="ben")
    for act, given in (("flag", {}), ("reviewed", {}), ("assign", {"to": ben.pk}), ("tag", {"name": "Tricky One"})):
        assert team["ann"].post(f"/turns/{a_turn.pk}/{act}/", given).status_code == 302
    state = State.objects.get()
    assert (state.flagged, state.reviewer.name, state.assigned.name) == (True, "ann", "ben")
    assert list(Tag.objects.values_list("name", flat=True)) == ["tricky one"]
    acts = set(AuditEntry.objects.values_list("act", flat=True))
    assert {"flagged", "marked reviewed", "assigned to ben", "tagged tricky one"} <= acts
    team["ann"].post(f"/turns/{a_turn.pk}/untag/", {"name": "tricky one"})
    team["ann"].post(f"/turns/{a_turn.pk}/reviewed/")
    team["ann"].post(f"/turns/{a_turn.pk}/assign/", {"to": ""})
    state.refresh_from_db()
    assert (state.reviewed, state.assigned, Tag.objects.count()) == (None, None, 0)


@pytest.mark.parametrize("name", ["", "   ", "<script>", "x" * 60, "!", "\x00"])
def test_what_is_no_tag_is_refused_in_one_line(team: dict[str, Client], a_turn: Turn, name: str) -> None:
    response = team["ann"].post(f"/turns/{a_turn.pk}/tag/", {"name": name}, headers={"HX-Request": "true"})
    assert "A tag is a word or two" in response.content.decode()
    assert not Tag.objects.exists()


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("judge", {"judgement": "excellent"}),
        ("assign", {"to": "999999"}),
        ("assign", {"to": "x"}),
        ("comment", {"text": "  "}),
        ("comment", {"text": "hi", "to": "9" * 40}),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    team: dict[str, Client], a_turn: Turn, act: str, given: dict[str, str]
) -> None:
    response = team["ann"].post(f"/turns/{a_turn.pk}/{act}/", given, follow=True)
    assert response.status_code == 200
    assert "told error" in response.content.decode()
    assert not State.objects.exists()
    assert not Comment.objects.exists()


def test_a_comment_reaches_its_colleague_and_is_seen_once_opened(team: dict[str, Client], a_turn: Turn) -> None:
    ben = Person.objects.get(name="ben")
    team["ann"].post(f"/turns/{a_turn.pk}/comment/", {"text": "please look", "to": ben.pk})
    page = team["ben"].get("/for-me/").content.decode()
    assert "please look" in page
    assert "1<span" in page
    team["ben"].get(f"/conversations/{a_turn.conversation}/")
    assert Comment.objects.get().seen is not None


def test_notes_and_comments_lie_encrypted(team: dict[str, Client], a_turn: Turn) -> None:
    judge(team["ann"], a_turn, "wording", "the word liver")
    team["ann"].post(f"/turns/{a_turn.pk}/comment/", {"text": "the word marrow"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM console_verdicts UNION ALL SELECT text FROM console_comments")
        tokens = [bytes(row[0]) for row in cursor.fetchall()]
    assert len(tokens) == 2
    assert not any(b"word" in token for token in tokens)


def test_a_conversation_shows_what_was_said_and_understood(team: dict[str, Client]) -> None:
    one = turn(
        "she cannot breathe",
        outcome="emergency",
        safety="emergency",
        rule="breathing.cannot",
        phrase="cannot breathe",
        topic="staging.ms",
        version="abc",
        entities=[{"entity": "stage", "value": "MS"}],
        feedback="down",
    )
    consent()
    page = team["ann"].get(f"/conversations/{one.conversation}/").content.decode()
    for told in ("she cannot breathe", "breathing.cannot", "staging.m", "91 %", "stage: MS", "abc", "changed since"):
        assert told in page
    for told in ("National Cancer Institute (2025)", "did not help", "may be learned from", "Tell me more"):
        assert told in page


def test_opening_a_conversation_is_written_down(team: dict[str, Client], a_turn: Turn) -> None:
    team["ann"].get(f"/conversations/{a_turn.conversation}/")
    entry = AuditEntry.objects.get(act="opened a conversation")
    assert (entry.who, entry.conversation) == ("ann", a_turn.conversation)


def test_a_turn_whose_text_is_gone_still_shows_its_labels(team: dict[str, Client], a_turn: Turn) -> None:
    for body in (None, b"no token of ours"):
        Turn.objects.update(body=body)
        page = team["ann"].get(f"/conversations/{a_turn.conversation}/").content.decode()
        assert "no longer kept" in page
        assert "Stage MS" in page
        assert team["ann"].get("/").status_code == 200


def test_a_long_conversation_comes_in_pages_with_the_turn_asked_for(team: dict[str, Client]) -> None:
    made = [turn(f"message {n}") for n in range(75)]
    page = team["ann"].get(f"/conversations/{made[0].conversation}/?turn={made[40].pk}").context
    assert [card.turn.number for card in page["cards"]] == list(range(31, 61))
    assert (page["before"], page["after"], page["wanted"]) == (1, 61, made[40].pk)
    for odd in ("from=x", "from=0", "from=99999999999", "turn=x", "turn=99999999999999999999999", "turn=%00"):
        assert team["ann"].get(f"/conversations/{made[0].conversation}/?{odd}").status_code == 200


def test_a_conversation_takes_the_same_queries_however_long_it_is(team: dict[str, Client], moderator: Person) -> None:
    found = []
    for number in (2, 28):
        for n in range(number):
            one = turn(f"message {n}", topic="staging.ms", version=f"v{n}")
            judge(team["ann"], one, "good", "note")
            team["ann"].post(f"/turns/{one.pk}/comment/", {"text": "x", "to": moderator.pk})
            team["ann"].post(f"/turns/{one.pk}/tag/", {"name": "x"})
        with CaptureQueriesContext(connection) as queries:
            team["ben"].get("/conversations/talk-1/")
        found.append(len(queries))
    assert found[0] == found[1] <= 24
