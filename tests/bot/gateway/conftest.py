"""A fake Bot API, a fake Rasa, and the gateway between them: a real process where processes matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer


@pytest.fixture
def gateway(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> Iterator[GatewayProcess]:
    """A gateway that polls."""
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url) as process:
        yield process
