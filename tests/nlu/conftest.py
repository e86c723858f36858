"""What the tests of ``nlu`` share: our components, trained once on a few questions, and a project without a model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from nlu import train
from nlu.components.question_classifier import QuestionClassifier
from tests.nlu.bench import FEATURES, Bench
from tests.nlu.rasa_process import SOURCES


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Where ``trained`` is stored."""
    return Bench(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="session")
def trained(bench: Bench) -> list[Any]:
    """The components of ``bench.PIPELINE``, trained: read with them, do not train them."""
    return bench.trained()


@pytest.fixture(scope="session")
def loaded(bench: Bench, trained: list[Any]) -> Callable[..., list[Any]]:
    """Builds the features with the classifier as it was stored, with other settings."""
    return cache(lambda **settings: [*trained[: len(FEATURES)], bench.load(QuestionClassifier, **settings)])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a few files, without a model."""
    for name in SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    model = tmp_path / "models" / "companion.tar.gz"
    for name, value in (("ROOT", tmp_path), ("MODEL", model), ("LOG", model.with_name("training.log"))):
        monkeypatch.setattr(train, name, value)
    monkeypatch.setattr(train, "_MARK", model.with_suffix(".sha256"))
    monkeypatch.setattr("nlu.train.domain.main", lambda: 0)
    monkeypatch.setattr(sys, "argv", ["train"])
    return tmp_path
