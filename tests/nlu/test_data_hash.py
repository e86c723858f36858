"""The data hash tells whether a model fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu import train
from tests.nlu.rasa_process import SOURCES


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_counts(place: Path, name: str) -> None:
    before = train.data_hash()
    assert train.data_hash() == before
    (place / name).write_text("changed", encoding="utf-8")
    assert train.data_hash() != before
