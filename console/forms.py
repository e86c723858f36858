"""What people type about themselves and each other."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_texts

from console.models.people import Person, Role


class SignInForm(AuthenticationForm):
    """E-mail address and password."""

    error_messages = {  # noqa: RUF012 (Django's form)
        "invalid_login": "This address and this password do not belong together.",
        "inactive": "This account is closed.",
    }

    def clean_username(self) -> str:
        """Addresses are kept in small letters."""
        return str(self.cleaned_data["username"]).strip().lower()


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A password, twice, by Django's validators."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say beforehand what a password must be."""
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = " ".join(password_validators_help_texts())


class CodeForm(forms.Form):
    """Six digits."""

    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label="Six digits of your authenticator app",
        error_messages={"invalid": "A code has six digits."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
    )

    def digits(self) -> str:
        """The code without spaces."""
        return "".join(self.cleaned_data["code"].split())


class InviteForm(forms.Form):
    """Somebody new."""

    name = forms.CharField(max_length=80)
    email = forms.EmailField(max_length=254, label="E-mail address")
    role = forms.ChoiceField(choices=Role.choices, initial=Role.MODERATOR)

    def clean_email(self) -> str:
        """Each address once."""
        email = str(self.cleaned_data["email"]).lower()
        if Person.objects.filter(email=email).exists():
            raise forms.ValidationError("Somebody with this address is here already.")
        return email


class PersonForm(forms.Form):
    """A change to somebody."""

    role = forms.ChoiceField(choices=Role.choices)
    active = forms.BooleanField(required=False)
