"""Sentence vectors from the ONNX graph."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from nlu.encoder.convert import GRAPH, TOKENIZER
from nlu.encoder.graph import INPUTS

SIZE = 384
_MOST_TOKENS = 128
_FEW, _BATCH = 16, 16
_FIELDS = ("ids", "type_ids")

Vectors = npt.NDArray[np.float32]
Text = str | tuple[str, str]


class SentenceEncoder:
    """all-MiniLM-L6-v2 as it was taught our field. ``folder`` holds the graph and the tokenizer."""

    def __init__(self, folder: Path) -> None:
        """Load graph and tokenizer. Raises onnxruntime's error when the graph is damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[Text]) -> Vectors:
        """Unit vectors of ``texts``, shape (number of texts, 384); a pair is what was said before, and a text.

        A few are read one by one: the int8 graph scales its numbers to a whole batch, so a text's
        vector would hang a little on the texts beside it (cosine 0.99). Many, to train on, are read
        in batches of one length, on all cores, which takes a third of the time.
        """
        encoded = [self._tokenizer.encode(*([text] if isinstance(text, str) else text)) for text in texts]
        if len(texts) <= _FEW:
            return np.array([self._vectors([one])[0] for one in encoded], np.float32).reshape(-1, SIZE)
        found, places = np.empty((len(texts), SIZE), np.float32), list(_of_one_length(encoded))
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # the graph runs outside the interpreter's lock
            batches = pool.map(self._vectors, ([encoded[i] for i in at] for at in places))
            for at, vectors in zip(places, batches, strict=True):
                found[at] = vectors
        return found

    def _vectors(self, encoded: Sequence[Encoding]) -> Vectors:
        arrays = (np.array([getattr(one, field) for one in encoded], np.int64) for field in _FIELDS)
        vectors: Vectors
        (vectors,) = self._session.run(None, dict(zip(INPUTS, arrays, strict=True)))
        return vectors


def _of_one_length(encoded: Sequence[Encoding]) -> Iterator[list[int]]:
    """The places of texts of the same length, a batch at a time."""
    by_length: dict[int, list[int]] = {}
    for at, one in enumerate(encoded):
        by_length.setdefault(len(one.ids), []).append(at)
    for places in by_length.values():
        yield from (places[at : at + _BATCH] for at in range(0, len(places), _BATCH))
