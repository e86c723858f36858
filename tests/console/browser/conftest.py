"""A page of a browser that complains about faults, on a console that is served."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.console.browser.chromium import PROGRAM, chromium, sign_in
from tests.console.making import PASSWORD, person

expect.set_options(timeout=20_000)  # a busy machine is no fault of the page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for the tests of a file: while it runs, no other loop can in this thread."""
    if not PROGRAM.exists():
        pytest.skip("Chromium is not installed; `apt-get install chromium` as root makes this test run")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread
    with chromium() as found:
        yield found
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page; what it complains of, and what it asks of others, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    made, faults = context.new_page(), []
    made.set_default_timeout(60_000)
    made.on("console", lambda told: faults.append(told.text) if told.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith(live_server.url) else faults.append(asked.url))
    yield made
    context.close()
    assert not faults


@pytest.fixture
def enter(page: Page, live_server: LiveServer) -> Callable[[str], Page]:
    """Signed in as somebody of a role."""

    def entered(role: str) -> Page:
        sign_in(page, live_server.url, person(role, f"{role.title()} Moreau").email, PASSWORD)
        return page

    return entered
