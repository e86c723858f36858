"""Who waits too long for another process says so in one line, and who ended no longer holds anybody up."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine

from conversations.database import open_engine
from migrations.alone import Busy, alone


def test_another_waits_and_gives_up_in_one_line(engine: Engine, url: str) -> None:
    other = open_engine(url)
    with alone(engine), pytest.raises(Busy, match=r"^another process has been changing the tables for 0 s;.*$"):  # noqa: SIM117
        with alone(other, patience=0.1):
            pytest.fail("two were alone at once")
    with alone(other, patience=0.1):
        pass
    other.dispose()
