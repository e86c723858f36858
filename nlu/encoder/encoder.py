"""Sentence vectors from the ONNX graph: mean over tokens, length one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from nlu.encoder.convert import GRAPH, TOKENIZER

SIZE = 384
_MOST_TOKENS = 128
_FEW = 16

Vectors = npt.NDArray[np.float32]


class SentenceEncoder:
    """all-MiniLM-L6-v2. ``folder`` holds the graph and the tokenizer; each text runs on one thread."""

    def __init__(self, folder: Path) -> None:
        """Load graph and tokenizer. Raises onnxruntime's error when the graph is damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of ``texts``, shape (number of texts, 384).

        One by one: an int8 graph scales its numbers to a whole batch, so a text's vector would
        hang on the texts beside it; and on one thread a batch is no faster.
        """
        if len(texts) <= _FEW:
            return np.array([self._vector(text) for text in texts], np.float32).reshape(-1, SIZE)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # the graph runs outside the interpreter's lock
            return np.array(list(pool.map(self._vector, texts, chunksize=_FEW)), np.float32)

    def _vector(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], np.int64)
        (hidden,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        mean = hidden[0].mean(axis=0)
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit
