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


def test_another_version_of_what_learns_counts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = train.data_hash()
    monkeypatch.setattr(train, "version", lambda name: "9.9" if name == "scikit-learn" else "1.0")
    assert train.data_hash() != before


def test_a_library_that_learns_nothing_does_not(place: Path) -> None:
    before = train.data_hash()
    (place / "uv.lock").write_text("a new version of the tool that draws the page to print", encoding="utf-8")
    assert train.data_hash() == before
