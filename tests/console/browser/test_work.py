"""A moderator's work from the door to the patch, in a real browser."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from console.models import Conversation, Correction, SignOff, State, Turn, Verdict
from tests.console.making import consent, person, turn

Enter = Callable[[str], Page]
pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def talk() -> list[Turn]:
    consent()
    return [
        turn("What does stage MS mean?", topic="staging.ms"),
        turn("he cannot breathe", outcome="emergency", safety="emergency", urgency=0),
        turn("can he eat sushi", outcome="not_covered", urgency=3),
    ]


def test_the_queue_is_narrowed_and_a_filter_saved(enter: Enter, talk: list[Turn]) -> None:
    page = enter("moderator")
    expect(page.locator(".row")).to_have_count(3)
    expect(page.locator(".row").first).to_contain_text("he cannot breathe")
    page.get_by_label("Words in the text").fill("sushi")
    page.get_by_role("button", name="Show").first.click()
    expect(page.locator(".row")).to_have_count(1)
    page.get_by_text("More filters").click()
    page.get_by_label("Name for these filters").fill("Food")
    page.get_by_role("button", name="Save the filter").click()
    expect(page.locator(".saved")).to_contain_text("Food")


def test_a_conversation_is_reviewed_by_keyboard_alone(enter: Enter, talk: list[Turn]) -> None:
    page = enter("moderator")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    card = page.locator(f"#turn-{talk[1].pk}")
    expect(card).to_be_focused()
    page.keyboard.press("1")
    expect(card.get_by_role("button", name="Good", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(card).to_have_class(re.compile("chosen"))
    expect(card).not_to_have_class(re.compile("htmx-"))
    expect(card).to_be_focused()
    page.keyboard.press("j")
    third = page.locator(f"#turn-{talk[2].pk}")
    expect(third).to_be_focused()
    page.keyboard.press("f")
    expect(third.get_by_role("button", name="Flag", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("r")
    expect(third.get_by_role("button", name="Reviewed")).to_have_attribute("aria-pressed", "true")
    expect(third).not_to_have_class(re.compile("htmx-"))
    expect(third).to_be_focused()
    _note_by_keys(page, third, "just r and f and 3")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator(".row")).to_have_count(1)
    assert {one.judgement: one.note for one in Verdict.objects.all()} == {
        "good": None,
        "missing_knowledge": "just r and f and 3",
    }
    assert State.objects.get(turn=talk[1]).second == "wanted"


def _note_by_keys(page: Page, card: Locator, note: str) -> None:
    """Keys that are letters of a note are no commands."""
    page.keyboard.press("n")
    expect(card.get_by_role("textbox").first).to_be_focused()
    page.keyboard.type(note)
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    expect(card.get_by_role("button", name="Missing knowledge")).to_have_attribute("aria-pressed", "true")


def test_a_turn_is_corrected_and_the_patch_applies(enter: Enter, talk: list[Turn], tmp_path: Path) -> None:
    page = enter("moderator")
    page.keyboard.press("j")
    page.locator(".row a").first.click()
    page.locator(f"#turn-{talk[2].pk}").click()
    page.keyboard.press("c")
    page.get_by_label("The line").fill("zebra wonders whether purple giraffes visit wards")
    page.get_by_label("It should have been read as").select_option("staging.ms")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_role("status")).to_contain_text("waits under Corrections")
    page.get_by_role("link", name="Corrections", exact=True).click()
    expect(page.locator("ins").last).to_contain_text("purple giraffes")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download the patch").click()
    file = tmp_path / "x.patch"
    coming.value.save_as(file)
    subprocess.run(["git", "-C", str(ROOT), "apply", "--check", str(file)], check=True)
    assert Correction.objects.get().exported is not None


def test_a_clinician_signs_a_topic_off(enter: Enter) -> None:
    page = enter("clinician")
    page.get_by_role("link", name="Content", exact=True).click()
    page.get_by_role("link", name="Stage MS, and stage 4S").click()
    page.get_by_label("I have read every sentence").check()
    page.get_by_role("button", name="Sign as Clinician Moreau").click()
    expect(page.get_by_role("status")).to_contain_text("read and agreed")
    assert SignOff.objects.get().topic == "staging.ms"


def test_a_conversation_is_erased(enter: Enter, talk: list[Turn]) -> None:
    page = enter("lead")
    page.locator(".row a").first.click()
    page.get_by_role("link", name="Erase").click()
    page.get_by_role("button", name="Erase it").click()
    expect(page.get_by_role("status")).to_contain_text("Receipt")
    assert not Conversation.objects.exists()
    assert not Turn.objects.exists()


def test_two_judge_apart_and_a_lead_settles(
    enter: Enter, talk: list[Turn], page: Page, live_server: LiveServer
) -> None:
    from console.reviews.verdicts import judge

    judge(talk[1], person("moderator"), "good", "clear")
    judge(talk[1], person("clinician"), "false_alarm")
    page = enter("lead")
    page.get_by_role("link", name="Second look").click()
    page.locator(".row a").first.click()
    card = page.locator(f"#turn-{talk[1].pk}")
    card.get_by_label("Two differ").select_option("good")
    card.get_by_role("button", name="Settle").click()
    expect(card).to_contain_text("resolved by a lead")


def test_without_a_script_every_act_still_works(enter: Enter, talk: list[Turn], page: Page) -> None:
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    enter("moderator")
    page.locator(".row a").first.click()
    card = page.locator(f"#turn-{talk[1].pk}")
    card.get_by_role("button", name="Good", exact=True).click()
    expect(page.locator(f"#turn-{talk[1].pk}").get_by_role("button", name="Good", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_script_in_a_message_stays_text(enter: Enter) -> None:
    turn("<script>document.title='gone'</script><img src=x onerror=alert(1)>", urgency=0)
    page = enter("moderator")
    expect(page.locator(".row").first).to_contain_text("<script>")
    page.locator(".row a").first.click()
    expect(page.locator(".family")).to_contain_text("onerror=alert(1)")
    assert page.title() != "gone"
