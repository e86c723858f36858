"""Every view, every role, and nobody at all: who gets in is what the table says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from console.access import TABLE, May
from console.models import Role, SavedFilter, TestChat, Turn
from console.urls import urlpatterns
from tests.console.making import person, turn

SignIn = Callable[[str], Client]
OPEN = {"sign_in", "welcome", "theme"}
VIEWS = sorted(pattern.name for pattern in urlpatterns if pattern.name)
WHOSE = {
    Role.ADMINISTRATOR: set(May) - {May.RESOLVE, May.SIGN},
    Role.LEAD: set(May) - {May.SIGN, May.PEOPLE},
    Role.MODERATOR: {May.SELF, May.READ, May.REVIEW, May.CORRECT, May.CONTENT, May.FIGURES},
    Role.CLINICIAN: {May.SELF, May.READ, May.REVIEW, May.CONTENT, May.SIGN, May.FIGURES},
    Role.TESTER: {May.SELF, May.READ},
}


def _may(name: str) -> May | None:
    return next(pattern.callback.may for pattern in urlpatterns if pattern.name == name)


def _address(name: str, made: Turn) -> str:
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    known: dict[str, Any] = {"token": "x", "name": made.conversation, "pk": made.pk, "kind": "csv"}
    if name in ("topic", "sign_off"):
        known["name"] = "staging.ms"
    return reverse(name, kwargs={key: known[key] for key in pattern.pattern.converters})


@pytest.fixture
def made(db: None) -> Turn:
    return turn("What does stage MS mean?", topic="staging.ms")


def test_every_address_has_a_name_and_a_guard() -> None:
    patterns = get_resolver().url_patterns
    assert all(pattern.name and hasattr(pattern.callback, "may") for pattern in patterns)
    assert {name for name in VIEWS if _may(name) is None} == OPEN


def test_the_table_is_the_one_agreed_on() -> None:
    assert {role: {what for what in May if role in TABLE[what]} for role in Role} == WHOSE


@pytest.mark.parametrize("name", [name for name in VIEWS if name not in OPEN])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_gets_in_without_signing_in(name: str, method: str, made: Turn) -> None:
    response = getattr(Client(), method)(_address(name, made))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/in/")


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("name", [name for name in VIEWS if name not in OPEN])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_role_gets_in_where_the_table_says(
    role: str, name: str, method: str, made: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.views.conversation.erase_everywhere", lambda _: ("receipt", []))  # has its own tests
    who = person(role)
    TestChat.objects.create(conversation=made.conversation, person=who)
    SavedFilter.objects.create(pk=made.pk, person=who, name="mine", query="")
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    status = getattr(client, method)(_address(name, made)).status_code
    what = _may(name)
    assert what is not None
    if Role(role) in TABLE[what]:
        assert status in (200, 302, 405) or (
            name in ("person_change", "person_link", "correction_drop") and status == 404
        ), status
    else:
        assert status == 403


def test_a_piece_of_a_page_sends_the_whole_page_to_sign_in(made: Turn) -> None:
    response = Client().post(f"/turns/{made.pk}/flag/", headers={"HX-Request": "true"})
    assert (response.status_code, response.headers["HX-Redirect"]) == (204, "/in/")


def test_a_form_without_its_token_changes_nothing(made: Turn) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("moderator"), backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(f"/turns/{made.pk}/flag/")
    assert response.status_code == 403
    assert "too old" in response.content.decode()
    assert not hasattr(Turn.objects.get(), "state")


def test_pages_are_not_kept_and_ask_nothing_of_others(sign_in: SignIn, made: Turn) -> None:
    response = sign_in("moderator").get(f"/conversations/{made.conversation}/")
    assert "no-store" in response.headers["Cache-Control"]
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_an_address_that_leads_nowhere_gets_a_calm_page(sign_in: SignIn) -> None:
    response = sign_in("moderator").get("/conversations/nobody/")
    assert response.status_code == 404
    assert "Nothing here" in response.content.decode()
