"""What Rasa's training cache takes for a change of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu import train
from nlu.components.examples import Examples
from nlu.components.plain_words import PlainWords
from tests.nlu.bench import Bench, training_data


def test_the_pipeline_goes_on_with_examples_known_by_what_they_are_made_from(tmp_path: Path) -> None:
    read = Bench(tmp_path).create(PlainWords).process_training_data(training_data())
    assert isinstance(read, Examples)
    assert len(read.training_examples) == 12


def test_examples_are_the_same_until_something_they_are_made_from_changes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Examples().fingerprint()
    assert Examples(training_data().training_examples).fingerprint() == before == train.data_hash()
    (place / "config.yml").write_text("changed", encoding="utf-8")
    assert Examples().fingerprint() != before
