"""One deployment for all tests of this folder: its start takes most of their time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.services import ProgramMissing, Topology, topology
from tests.support.services.programs import check
from tests.support.telegram_server import TelegramServer


@pytest.fixture(scope="session")
def telegram() -> Iterator[TelegramServer]:
    """The Bot API that delivers to the deployment."""
    with TelegramServer() as server:
        yield server


@pytest.fixture(scope="session")
def house(telegram: TelegramServer) -> Iterator[Topology]:
    """The deployment; a test that takes a part of it away puts it back."""
    try:
        check()
    except ProgramMissing as error:
        pytest.skip(str(error))
    with topology(telegram.url, telegram.token, CHAT_LIMIT="10000") as started:
        telegram.trust(started.authority)
        yield started
