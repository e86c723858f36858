"""People: inviting, roles, letting go."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from console import audit
from console import people as office
from console.access import May, PersonRequest, allowed
from console.forms import InviteForm, PersonForm
from console.invitations import invite
from console.models.people import Person, Role


def _link(request: PersonRequest, person: Person) -> str:
    return request.build_absolute_uri(reverse("welcome", args=[invite(person)]))


def _page(request: PersonRequest, form: InviteForm, link: str = "", invited: Person | None = None) -> HttpResponse:
    with_factor = set(TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True))
    shown = {"people": Person.objects.all(), "with_factor": with_factor, "roles": Role.choices}
    return render(request, "console/people.html", {**shown, "form": form, "link": link, "invited": invited})


@allowed(May.PEOPLE)
def people(request: PersonRequest) -> HttpResponse:
    """Everybody, and a form for somebody new; the link is shown once."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = office.create(**form.cleaned_data)
        audit.record(request.user, "invited", f"{person.name} as {person.role}")
        return _page(request, InviteForm(), _link(request, person), person)
    return _page(request, form)


@allowed(May.PEOPLE)
@require_POST
def person_change(request: PersonRequest, pk: int) -> HttpResponse:
    """Another role, or no way in."""
    person, form = get_object_or_404(Person, pk=pk), PersonForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose one of the roles.")
        return redirect("people")
    try:
        office.change(person, form.cleaned_data["role"], form.cleaned_data["active"])
    except office.LastAdministrator as error:
        messages.error(request, str(error))
        return redirect("people")
    audit.record(
        request.user, "changed a person", f"{person.name}: {person.role}{'' if person.is_active else ', closed'}"
    )
    messages.success(request, f"{person.name} is changed.")
    return redirect("people")


@allowed(May.PEOPLE)
@require_POST
def person_link(request: PersonRequest, pk: int) -> HttpResponse:
    """A new link for somebody who forgot a password or lost a phone; their second factor goes."""
    person = get_object_or_404(Person, pk=pk, is_active=True)
    TOTPDevice.objects.filter(user=person).delete()
    audit.record(request.user, "made a new link", person.name)
    return _page(request, InviteForm(), _link(request, person), person)
