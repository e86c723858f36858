"""Serving the site: the first administrator, the address, and a server that needs nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count

from django.conf import settings
from django.urls import reverse

from console import people
from console.environment import Environment
from console.invitations import invite
from console.models.kept import Turn
from console.models.people import Person, Role
from console.retention import Purging

_THREADS = 8
# Who asks is whom the proxy names: else all would share one address, and anybody's wrong passwords would lock all out.
_BEHIND_A_PROXY = {"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}


class NobodyThere(LookupError):
    """No person has this address."""


def link_for(email: str) -> str:
    """A one-time link for the person of ``email``. Raises NobodyThere."""
    person = Person.objects.filter(email=email.strip().lower()).first()
    if person is None:
        raise NobodyThere(f"nobody here has the address {email}; invite them on the page People")
    return f"{settings.ENVIRONMENT.origin}{reverse('welcome', args=[invite(person)])}"


def first_administrator() -> Person | None:
    """The administrator who has no password yet, made when nobody is here; None once somebody can come in."""
    administrators = Person.objects.filter(role=Role.ADMINISTRATOR, is_active=True)
    if not administrators.exists():
        free = next(name for name in _names() if not Person.objects.filter(email=name).exists())
        return people.create(free, "Administrator", Role.ADMINISTRATOR)
    waiting = [person for person in administrators if not person.has_usable_password()]
    return waiting[0] if len(waiting) == administrators.count() else None


def _names() -> Iterator[str]:
    yield "administrator@localhost"
    yield from (f"administrator{number}@localhost" for number in count(2))


def _greet(environment: Environment) -> None:
    if person := first_administrator():
        print(f"To begin, choose a password for {person.email} (this link works once, for three days):")
        print(f"  {link_for(person.email)}")
    if not Turn.objects.exists():
        print("There are no conversations yet. `make console-demo` makes some by asking the assistant.")
    print(f"The console is at {environment.origin}/ (Ctrl-C ends it)", flush=True)


def serve() -> None:
    """Serve until Ctrl-C. Raises OSError when the port is taken."""
    from waitress.server import create_server

    from console.wsgi import application

    environment: Environment = settings.ENVIRONMENT
    try:
        server = create_server(
            application,
            host=environment.console_host,
            port=environment.console_port,
            threads=_THREADS,
            ident="",
            clear_untrusted_proxy_headers=True,
            **(_BEHIND_A_PROXY if environment.https else {}),
        )
    except OSError as error:
        place = f"{environment.console_host}:{environment.console_port}"
        raise OSError(f"{place} cannot be used ({error.strerror}); set CONSOLE_PORT to another port") from error
    Purging().start()
    _greet(environment)
    try:
        server.run()
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.close()
