"""The sentence encoder by itself, as it ships (int8) and in full (fp32); and the least a message can take."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

import numpy as np
import onnx
from safetensors.numpy import load_file

from benchmarks.page import Table
from benchmarks.talk import QUESTIONS
from benchmarks.template import KEPT
from nlu.encoder import convert, graph, weights
from nlu.encoder.encoder import SentenceEncoder

FULL = KEPT / f"{convert.CACHE.name}-fp32"
_LAYERS = 6


def full_folder() -> Path:
    """The encoder before its weights are rounded, made on first use."""
    if not (FULL / convert.GRAPH).exists():
        FULL.mkdir(parents=True, exist_ok=True)
        source = weights.folder()
        shutil.copy(source / convert.TOKENIZER, FULL / convert.TOKENIZER)
        taught = convert.taught(load_file(source / "model.safetensors"))
        onnx.save(graph.build(taught, _LAYERS), str(FULL / convert.GRAPH))
    return FULL


def compared(texts: Sequence[str]) -> tuple[Table, float]:
    """A row for each, and how alike their vectors are (mean cosine, 0 to 1)."""
    rows, vectors = [], []
    for name, folder in (("int8, as it ships", convert.encoder_folder()), ("fp32", full_folder())):
        encoder = SentenceEncoder(folder)
        encoder.encode(QUESTIONS)
        rows.append([name, median(_times(encoder, texts)), (folder / convert.GRAPH).stat().st_size / 1e6])
        vectors.append(np.vstack([encoder.encode([text]) for text in texts]))
    alike = float(np.mean(np.sum(vectors[0] * vectors[1], axis=1)))
    return Table(("encoder", "ms a question", "MB"), rows), alike


def _times(encoder: SentenceEncoder, texts: Iterable[str]) -> Iterable[float]:
    for text in texts:
        began = time.perf_counter()
        encoder.encode([text])
        yield (time.perf_counter() - began) * 1000
