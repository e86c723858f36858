"""No page has a serious fault of accessibility, light or dark, wide or on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from console.better.making import make
from console.invitations import invite
from console.models import Settled
from console.reviews.verdicts import judge
from tests.console.making import consent, person, turn

pytestmark = pytest.mark.django_db(transaction=True)
# These pages are for all roles together; nobody alone may see each of them.
PAGES = {
    "administrator": ["/people/", "/audit/", "/me/", "/me/second-factor/"],
    "lead": ["/", "/?state=all&most=2&outcome=emergency&not=outcome", "@", "/second/", "/for-me/", "@erase"],
    "moderator": ["/missing/", "/missing/?state=settled", "/corrections/", "@correct", "/figures/?days=7"],
    "clinician": ["/content/", "/content/staging.ms/"],
}
SHAPES = [("light", 1280), ("dark", 1280), ("light", 360)]
WIDE = "x" * 300 + " https://example.org/" + "y" * 200  # a word that finds no place to break


def _serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {one['id']} ({one['impact']}) {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def _filled() -> dict[str, str]:
    consent()
    one = turn("zebra asks purple things", topic="staging.ms", version="abc", feedback="down", urgency=1)
    alarm = turn("he cannot breathe", outcome="emergency", safety="emergency", urgency=0)
    for text in ("can he eat sushi", "is sushi what he can eat"):
        turn(text, outcome="not_covered", urgency=3)
    for said in (WIDE, "who pays for the taxi"):
        alone = turn(said, reply=WIDE, outcome="not_covered", urgency=3)
    Settled.objects.create(turn=alone, conversation=alone.conversation, how="done")
    judge(alarm, person("moderator"), "good", WIDE)
    judge(alarm, person("clinician"), "false_alarm")
    make(one, person("moderator"), "example", "zebra asks purple things of lemurs", "staging.ms")
    return {
        "@": f"/conversations/{one.conversation}/",
        "@correct": f"/turns/{one.pk}/correct/",
        "@erase": f"/conversations/{one.conversation}/erase/",
    }


@pytest.mark.parametrize("role", PAGES)
def test_no_page_has_a_serious_fault(role: str, enter: Callable[[str], Page], live_server: LiveServer) -> None:
    places = _filled()
    page = enter(role)
    faults = []
    for address in PAGES[role]:
        for light, width in SHAPES:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=light, reduced_motion="reduce")
            page.goto(live_server.url + places.get(address, address))
            page.evaluate("document.querySelectorAll('main details').forEach((box) => { box.open = true; })")
            faults += _serious(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} is wider than {width}"
    assert not faults, "\n".join(faults)


def test_the_doors_have_no_serious_fault(page: Page, live_server: LiveServer) -> None:
    for address in ("/in/", f"/welcome/{invite(person('moderator'))}/"):
        for light, width in SHAPES:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=light)
            page.goto(live_server.url + address)
            assert _serious(page) == []
