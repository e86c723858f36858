"""Who may do what: the one table, and the guard every view wears."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any, Protocol, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from console.factor import has_factor
from console.models.people import Person, Role

_A, _L, _M, _C, _T = Role.ADMINISTRATOR, Role.LEAD, Role.MODERATOR, Role.CLINICIAN, Role.TESTER


class May(str, Enum):
    """What there is to be allowed."""

    SELF = "look after oneself"
    READ = "read conversations"
    REVIEW = "judge turns"
    RESOLVE = "settle what two judged differently"
    CORRECT = "turn verdicts into patches"
    CONTENT = "read the content"
    SIGN = "sign content off"
    FIGURES = "see the figures"
    PEOPLE = "invite and change people"
    AUDIT = "read the audit log"
    ERASE = "erase a conversation"


TABLE: dict[May, frozenset[Role]] = {
    May.SELF: frozenset(Role),
    May.READ: frozenset(Role),  # a tester only their own test chats, see console.queue.visible
    May.REVIEW: frozenset({_A, _L, _M, _C}),
    May.RESOLVE: frozenset({_L}),
    May.CORRECT: frozenset({_A, _L, _M}),
    May.CONTENT: frozenset({_A, _L, _M, _C}),
    May.SIGN: frozenset({_C}),
    May.FIGURES: frozenset({_A, _L, _M, _C}),
    May.PEOPLE: frozenset({_A}),
    May.AUDIT: frozenset({_A, _L}),
    May.ERASE: frozenset({_A, _L}),
}


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: Person


class View(Protocol):
    """A view that says what it asks of people; None is open to all."""

    may: May | None

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer a request."""


def may(person: Person, what: May) -> bool:
    """Whether ``person`` is allowed ``what``."""
    return Role(person.role) in TABLE[what]


def allowed(what: May) -> Callable[[Callable[..., HttpResponseBase]], View]:
    """Lets in whom the table lets in; sends others to sign in, to their second factor, or to a page that says no."""

    def guard(view: Callable[..., HttpResponseBase]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _stopped(request, what) or view(request, *args, **kwargs)

        guarded.may = what  # type: ignore[attr-defined]
        return cast("View", guarded)

    return guard


def open_to_all(view: Callable[..., HttpResponseBase]) -> View:
    """Marks a view that asks nothing of anybody."""
    view.may = None  # type: ignore[attr-defined]
    return cast("View", view)


def _stopped(request: HttpRequest, what: May) -> HttpResponse | None:
    person = request.user
    if not isinstance(person, Person):
        return _to_sign_in(request)
    if step := _factor_missing(request, person):
        return step
    if not may(person, what):
        return render(request, "console/denied.html", {"what": what.value}, status=403)
    return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):  # a piece of a page must not become a sign-in form
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("sign_in")})
    return redirect_to_login(request.get_full_path(), reverse("sign_in"))


def _factor_missing(request: HttpRequest, person: Person) -> HttpResponse | None:
    if person.is_verified():  # type: ignore[attr-defined]  # django-otp adds it
        return None
    here = request.resolver_match.url_name if request.resolver_match else ""
    if here in ("factor", "sign_out"):
        return None
    if has_factor(person):
        return HttpResponseRedirect(reverse("factor"))
    if settings.ENVIRONMENT.second_factor_required and here not in ("factor_new", "theme"):
        return HttpResponseRedirect(reverse("factor_new"))
    return None
