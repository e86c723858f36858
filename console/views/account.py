"""One's own account: password, second factor, light."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_otp import login as otp_login
from django_otp.plugins.otp_totp.models import TOTPDevice

from console import audit, chats
from console.access import May, PersonRequest, allowed, open_to_all
from console.factor import fresh_device, has_factor, picture, secret
from console.forms import CodeForm, NewPasswordForm
from console.page import THEMES

_YEAR = 31_536_000


@allowed(May.SELF)
def account(request: PersonRequest) -> HttpResponse:
    """What a person can change about themselves."""
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, request.user)
        audit.record(request.user, "changed their password")
        messages.success(request, "Your password is changed.")
        return redirect("account")
    return render(request, "console/account.html", {"form": form, "factor": has_factor(request.user)})


@allowed(May.SELF)
def factor_new(request: PersonRequest) -> HttpResponse:
    """Set up a second factor: scan, type the first code."""
    if has_factor(request.user):
        return redirect("account")
    device, form = fresh_device(request.user), CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device.verify_token(form.digits()):
            TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
            otp_login(request, device)
            audit.record(request.user, "set up a second factor")
            messages.success(request, "From now on signing in asks for a code as well.")
            return redirect("account")
        form.add_error("code", "This code is not right. Is the clock of your phone?")
    shown = {"form": form, "picture": picture(device), "secret": secret(device)}
    return render(request, "console/factor_new.html", shown)


@allowed(May.SELF)
@require_POST
def factor_remove(request: PersonRequest) -> HttpResponse:
    """Take the second factor away, as when the phone changes."""
    TOTPDevice.objects.filter(user=request.user).delete()
    audit.record(request.user, "removed their second factor")
    messages.success(request, "Your second factor is removed.")
    return redirect("account")


@allowed(May.SELF)
@require_POST
def find_chats(request: PersonRequest) -> HttpResponse:
    """Make the chats one's own in which one wrote one's test word."""
    found = chats.claim(request.user)
    messages.success(request, f"{found} chat{'' if found == 1 else 's'} with your word.")
    return redirect("account")


@open_to_all
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Dark, light, or as the device is."""
    chosen = request.POST.get("theme", "auto")
    response = redirect(request.headers.get("Referer") or reverse("queue"))
    response.set_cookie("console_theme", chosen if chosen in THEMES else "auto", max_age=_YEAR, samesite="Lax")
    return response
