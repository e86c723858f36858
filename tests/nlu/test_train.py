"""Training happens when the data changed, and fails in one line. Nothing is trained here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nlu import train
from tests.nlu.rasa_process import Rasa


def _rasa(monkeypatch: pytest.MonkeyPatch, status: int) -> Rasa:
    rasa = Rasa(status)
    monkeypatch.setattr("nlu.train.subprocess.Popen", rasa)
    return rasa


def test_a_model_fits_until_a_source_changes(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rasa = _rasa(monkeypatch, 0)
    assert not train.fits()
    assert train.main() == 0
    train.MODEL.write_bytes(b"model")
    assert train.fits()
    assert train.main() == 0
    assert len(rasa.commands) == 1
    (place / "config.yml").write_text("changed", encoding="utf-8")
    assert not train.fits()


def test_force_trains_a_model_that_fits(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rasa = _rasa(monkeypatch, 0)
    train.main()
    train.MODEL.write_bytes(b"model")
    monkeypatch.setattr(sys, "argv", ["train", "--force"])
    assert train.main() == 0
    assert len(rasa.commands) == 2


def test_a_failure_is_told_with_the_place_of_its_log(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _rasa(monkeypatch, 1)
    assert train.main() == 1
    assert "training failed; the reason stands in models/training.log" in capsys.readouterr().err
    assert not train.fits()
    assert train.LOG.read_text(encoding="utf-8").startswith("Starting to train")


def test_the_steps_rasa_begins_or_skips_are_followed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    lines = Rasa(0).stdout
    assert list(train._follow(lines, log)) == ["PlainWords", "QuestionClassifier"]
    assert log.read_text(encoding="utf-8") == "".join(lines)
