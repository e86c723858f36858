"""``python -m tests.console.browser.screenshots``: the pictures of docs/console, of demonstration talk."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path

PICTURES = Path(__file__).parents[3] / "docs" / "console"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
_LEAD, _CLINICIAN = "lead@example.org", "clinician@example.org"


def _prepare() -> None:
    """Demonstration talk with some work done on it, and people to sign in as."""
    import django

    django.setup()
    from console import demo, people, schema
    from console.better.making import Refused, make
    from console.models import Person, Turn
    from console.reviews.verdicts import judge
    from tests.console.making import PASSWORD

    schema.migrate()
    demo.make()
    for email, name, role in ((_LEAD, "Ada Moreau", "lead"), (_CLINICIAN, "Dr. Ines Vidal", "clinician")):
        somebody = people.create(email, name, role)
        somebody.set_password(PASSWORD)
        somebody.save()
    ada, ines = Person.objects.get(email=_LEAD), Person.objects.get(email=_CLINICIAN)
    alarms = list(Turn.objects.filter(urgency=0).order_by("at"))
    for turn in alarms:
        judge(turn, ada, "good")
    judge(alarms[0], ines, "good")
    judge(alarms[1], ines, "wording", "Warmer, and shorter.")
    for turn in Turn.objects.filter(outcome__in=("clarify", "not_covered")).order_by("at"):
        try:
            make(turn, ada, "example", turn.opened.said if turn.opened else "", "not_covered.diet")
        except Refused:
            continue


def _serve() -> str:
    from waitress.server import create_server

    from console.wsgi import application

    server = create_server(application, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


def _take(address: str) -> None:
    from tests.console.browser.chromium import chromium, sign_in
    from tests.console.making import PASSWORD

    with chromium() as browser:
        for email, places in _PLACES.items():
            page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()
            sign_in(page, address, email, PASSWORD)
            for name, (place, light, size) in places.items():
                page.emulate_media(color_scheme=light)
                page.set_viewport_size(size)
                page.goto(address + place)
                if "row" in name:
                    page.locator(".row a").first.click()
                page.wait_for_load_state("networkidle")
                page.screenshot(path=PICTURES / f"{name.replace('-row', '')}.png")
        door = browser.new_page(viewport=WIDE)
        door.goto(f"{address}/in/")
        door.screenshot(path=PICTURES / "door.png")


_ALL = "/?state=all"
_PLACES = {
    _LEAD: {
        "queue": (_ALL, "light", WIDE),
        "queue-dark": (_ALL, "dark", WIDE),
        "queue-phone": (_ALL, "light", PHONE),
        "conversation-row": (_ALL, "light", WIDE),
        "conversation-dark-row": (_ALL + "&feedback=down", "dark", WIDE),
        "conversation-phone-row": (_ALL + "&feedback=down", "light", PHONE),
        "second": ("/second/", "light", WIDE),
        "missing": ("/missing/", "light", WIDE),
        "corrections": ("/corrections/", "light", WIDE),
        "figures": ("/figures/?days=7", "light", WIDE),
        "figures-dark": ("/figures/?days=7", "dark", WIDE),
        "audit": ("/audit/", "light", WIDE),
    },
    _CLINICIAN: {
        "content": ("/content/", "light", WIDE),
        "topic": ("/content/staging.ms/", "light", WIDE),
    },
}


def main() -> int:
    """Take them all."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DATA_FOLDER=folder, DJANGO_SETTINGS_MODULE="console.django_settings", DATABASE_URL="")
        PICTURES.mkdir(parents=True, exist_ok=True)
        _prepare()
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        _take(_serve())
    print(f"{len(list(PICTURES.glob('*.png')))} pictures are in {PICTURES.relative_to(Path.cwd())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
