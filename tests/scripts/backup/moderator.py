"""``python -m tests.scripts.backup.moderator furnish|look``: somebody of the console, before and after."""

from __future__ import annotations

import json
import os
import sys

ADDRESS = "mary@example.org"


def main(task: str) -> None:
    """Print what was found as JSON."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "console.django_settings"
    import django

    django.setup()
    from console import people, schema
    from console.models.people import Role

    schema.migrate()
    if task == "furnish":
        people.create(ADDRESS, "Mary", Role.MODERATOR)
    print(json.dumps(_pages() if task == "look" else []))


def _pages() -> list[bool]:
    """Whether the queue shows the conversation, and its page what was said."""
    from django.test import Client
    from django.urls import reverse

    from console.models.people import Person
    from tests.scripts.backup.house import SAID

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Person.objects.get(email=ADDRESS), backend="django.contrib.auth.backends.ModelBackend")
    pages = [client.get(reverse("queue")), client.get(reverse("conversation", args=["family1"]))]
    return [page.status_code == 200 and SAID in page.content.decode() for page in pages]


if __name__ == "__main__":
    main(sys.argv[1])
