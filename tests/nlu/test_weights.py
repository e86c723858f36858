"""Only the published weights are used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from nlu.encoder import convert, weights


def _package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(content)
    monkeypatch.setattr(weights, "files", {weights.PACKAGE: tmp_path}.__getitem__)
    return folder


def test_the_published_weights_are_found() -> None:
    folder = weights.folder()
    assert (folder / "model.safetensors").is_file()
    assert (folder / convert.TOKENIZER).is_file()


def test_weights_with_the_published_sum_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _package(tmp_path, monkeypatch, b"weights")
    monkeypatch.setattr(weights, "SHA256", hashlib.sha256(b"weights").hexdigest())
    assert weights.folder() == folder


def test_other_weights_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _package(tmp_path, monkeypatch, b"other weights")
    with pytest.raises(weights.WeightsChanged) as raised:
        weights.folder()
    assert str(raised.value) == f"{folder / 'model.safetensors'} is not the published file; reinstall {weights.PACKAGE}"


def test_other_weights_are_never_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package(tmp_path, monkeypatch, b"other weights")
    monkeypatch.setattr(convert, "CACHE", tmp_path / "cache" / "encoder")
    with pytest.raises(weights.WeightsChanged):
        convert.encoder_folder()
    assert not (tmp_path / "cache").exists()


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ModuleNotFoundError, match="no_such_package_of_weights"):
        weights.folder()


def test_a_graph_made_before_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / convert.GRAPH).write_bytes(b"graph")
    monkeypatch.setattr(convert, "CACHE", tmp_path)
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_of_weights")
    assert convert.encoder_folder() == tmp_path
