"""The whole house, started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.whole_way.house import House, house


@pytest.fixture(scope="module")
def home(rasa_folder: Path, rasa_url: str) -> Iterator[House]:
    """Gateway and console beside the real Rasa."""
    with house(rasa_folder, rasa_url) as running:
        running.ask(7000009000, "hello")  # the first question of a Rasa takes longer
        yield running
