"""The graph gives the vectors that the published model gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from safetensors.numpy import load_file
from tokenizers import Encoding, Tokenizer
from transformers import TFAutoModel

from nlu.encoder import convert, graph, weights

TEXTS = ["is it passed down in families", ("stage MS", "and how is that treated"), "a"]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> onnxruntime.InferenceSession:
    """The graph of the published weights, before its numbers are made small."""
    path: Path = tmp_path_factory.mktemp("graph") / "full.onnx"
    onnx.save(graph.build(load_file(weights.folder() / "model.safetensors"), 6), path)
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def _encoded() -> list[Encoding]:
    tokenizer = Tokenizer.from_file(str(weights.folder() / convert.TOKENIZER))
    tokenizer.no_padding()
    return [tokenizer.encode(*([text] if isinstance(text, str) else text)) for text in TEXTS]


def test_it_gives_the_vectors_of_the_published_model(full: onnxruntime.InferenceSession) -> None:
    model = TFAutoModel.from_pretrained(weights.folder())
    for one in _encoded():
        ids, kinds = np.array([one.ids]), np.array([one.type_ids])
        (ours,) = full.run(None, {"input_ids": ids, "token_type_ids": kinds})
        theirs = model(input_ids=ids, token_type_ids=kinds).last_hidden_state.numpy().mean(axis=1)[0]
        assert ours[0] @ theirs / np.linalg.norm(theirs) == pytest.approx(1.0, abs=1e-3)


def test_what_was_taught_has_the_names_of_the_published_weights() -> None:
    published = load_file(weights.folder() / "model.safetensors")
    taught = convert.taught(published)
    moved = {name for name in taught if not np.array_equal(taught[name], published[name])}
    assert taught.keys() == published.keys()
    assert len(moved) == 96
    assert all(name.startswith("encoder.layer.") for name in moved)
