"""Sentence vectors from the ONNX graph: mean over tokens, length one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from nlu.encoder.convert import GRAPH, TOKENIZER

SIZE = 384
_MOST_TOKENS = 128

Vectors = npt.NDArray[np.float32]


class SentenceEncoder:
    """all-MiniLM-L6-v2. ``folder`` holds the graph and the tokenizer; one thread answers fastest, all train fastest."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load graph and tokenizer. Raises onnxruntime's error when the graph is damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of ``texts``, shape (number of texts, 384).

        One by one: an int8 graph scales its numbers to a whole batch, so a text's vector would
        hang on the texts beside it; and on one thread a batch is no faster.
        """
        vectors = np.zeros((len(texts), SIZE), np.float32)
        for at, text in enumerate(texts):
            vectors[at] = self._vector(text)
        return vectors

    def _vector(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], np.int64)
        (hidden,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        mean = hidden[0].mean(axis=0)
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit
