"""Who may come in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Role(models.TextChoices):
    """What a person is here for; ``console.access`` says what each may do."""

    ADMINISTRATOR = "administrator", "Administrator"
    LEAD = "lead", "Lead"
    MODERATOR = "moderator", "Moderator"
    CLINICIAN = "clinician", "Clinician"
    TESTER = "tester", "Tester"


class People(BaseUserManager["Person"]):
    """Makes people, whose sign-in is their e-mail address in small letters."""

    def enrol(self, *, email: str, name: str, role: str, password: str | None = None, **more: Any) -> Person:
        """A new person; without a password nobody can sign in as them."""
        person = self.model(email=email.strip().lower(), name=name.strip(), role=role, **more)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person of an address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody who works with the console. ``test_word`` marks a tester's own chats."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=80)
    role = models.CharField(max_length=20, choices=Role.choices)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)
    test_word = models.CharField(max_length=20, default="")

    objects = People()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]  # noqa: RUF012 (Django's form)

    class Meta:
        """The table."""

        db_table = "console_people"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """One or two letters for a small round mark."""
        return "".join(word[0] for word in self.name.split()[:2]).upper()


class Invitation(models.Model):
    """A link that lets one person choose a password, once and for a few days. Only its hash is kept."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.CASCADE)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    class Meta:
        """The table."""

        db_table = "console_invitations"
