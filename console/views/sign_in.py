"""In and out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp import login as otp_login
from django_otp import match_token

from console import audit
from console.access import May, PersonRequest, allowed, open_to_all
from console.forms import CodeForm, NewPasswordForm, SignInForm
from console.invitations import accept, open_invitation
from console.models.people import Person


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()) else "/"


@open_to_all
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Address and password; five wrong ones close the door for a quarter of an hour."""
    if request.user.is_authenticated:
        return redirect("queue")
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = form.get_user()
        login(request, person)
        audit.record(person, "signed in")
        return redirect(_next(request))
    return render(request, "console/sign_in.html", {"form": form, "next": _next(request)})


def locked(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Too many wrong passwords."""
    return render(request, "console/locked.html", status=429)


@allowed(May.SELF)
@require_POST
def sign_out(request: PersonRequest) -> HttpResponse:
    """Out."""
    audit.record(request.user, "signed out")
    logout(request)
    return redirect("sign_in")


@allowed(May.SELF)
def factor(request: PersonRequest) -> HttpResponse:
    """The second step of signing in; django-otp slows down guessing."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device = match_token(request.user, form.digits())
        if device:
            otp_login(request, device)
            return redirect(_next(request))
        audit.record(request.user, "gave a wrong code")
        form.add_error("code", "This code is not right, or came too soon after a wrong one. Wait for the next one.")
    return render(request, "console/factor.html", {"form": form, "next": _next(request)})


@open_to_all
@never_cache
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind an invitation: choose a password, and be in."""
    invitation = open_invitation(token)
    if invitation is None:
        return render(request, "console/invitation_over.html", status=410)
    person: Person = invitation.person
    form = NewPasswordForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not accept(invitation, form.cleaned_data["new_password1"]):
            return render(request, "console/invitation_over.html", status=410)
        audit.record(person, "chose a password")
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        messages.success(request, f"Welcome, {person.name}.")
        return redirect("queue")
    return render(request, "console/welcome.html", {"form": form, "person": person})
