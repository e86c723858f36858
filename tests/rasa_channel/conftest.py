"""The real Rasa, once for all tests of the channel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import httpx
import pytest

from tests.rasa_channel.asking import Asking
from tests.support.fake_rasa import SECRET
from tests.support.rasa_process import rasa


@pytest.fixture(scope="session")
def rasa_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Rasa keeps its databases, keys and log."""
    return tmp_path_factory.mktemp("rasa")


@pytest.fixture(scope="session")
def rasa_url(rasa_folder: Path) -> Iterator[str]:
    """Rasa on the trained model."""
    with rasa(rasa_folder) as url:
        yield url


@pytest.fixture(scope="session")
def client(rasa_url: str) -> Iterator[httpx.Client]:
    """A client that knows the secret."""
    headers = {"Authorization": f"Bearer {SECRET}"}
    with httpx.Client(base_url=f"{rasa_url}/webhooks/companion", headers=headers, timeout=30) as client:
        yield client


_numbers = count(1)


@pytest.fixture
def asking(client: httpx.Client) -> Asking:
    """A family that nobody else is."""
    return Asking(client, f"family{next(_numbers):04}")
