"""What stands for Telegram and for Rasa."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.fake_rasa import FakeRasa
from tests.support.telegram_server import TelegramServer


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    """A Bot API server of the test's own."""
    with TelegramServer() as server:
        yield server


@pytest.fixture
def rasa() -> Iterator[FakeRasa]:
    """A Rasa of the test's own."""
    with FakeRasa() as server:
        yield server
