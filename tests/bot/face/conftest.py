"""Files are read before the first test, as the gateway reads them at start."""

from __future__ import annotations

import pytest

from bot.face.warm import warm


@pytest.fixture(autouse=True, scope="session")
def warmed() -> None:
    warm()
