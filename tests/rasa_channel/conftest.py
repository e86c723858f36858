"""How the tests of the channel speak to the real Rasa."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import httpx
import pytest

from tests.rasa_channel.asking import Asking
from tests.support.fake_rasa import SECRET


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
