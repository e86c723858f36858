"""Texts as vectors: by the assistant's sentence encoder, or by their words where it is not installed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from nlu.encoder.encoder import SentenceEncoder

Vectors = npt.NDArray[np.float32]
BY_WORDS = "The sentence encoder is not here (`make train` makes it), so questions are grouped by the words they share."
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    {"the", "and", "for", "are", "was", "can", "could", "does", "did", "his", "her", "she", "him", "with", "that"}
    | {"this", "what", "when", "how", "why", "have", "has", "had", "not", "you", "your", "they", "them", "about"}
    | {"from", "will", "would", "should", "there", "our", "any", "all", "but", "get", "got", "out", "who", "which"}
)


@cache
def encoder() -> SentenceEncoder | None:
    """The encoder; None where its graph was not made or its libraries are not installed. Never makes it: a minute."""
    try:
        from nlu.encoder.convert import CACHE, GRAPH
        from nlu.encoder.encoder import SentenceEncoder
    except ImportError:
        return None
    folder = CACHE
    return SentenceEncoder(folder) if (folder / GRAPH).exists() else None


def vectors(texts: Sequence[str]) -> tuple[Vectors, str]:
    """Unit vectors, one a row, and one line when they are of words only."""
    found = encoder()
    return (found.encode(list(texts)), "") if found else (of_words(texts), BY_WORDS)


def of_words(texts: Sequence[str]) -> Vectors:
    """Unit vectors of the words two texts or more share."""
    words = [set(_WORD.findall(text.lower())) - _COMMON for text in texts]
    places: dict[str, int] = {}
    for word in sorted(set().union(*words)):
        places[word] = len(places)
    rows: Any = np.zeros((len(texts), max(1, len(places))), np.float32)
    for row, found in enumerate(words):
        rows[row, [places[word] for word in found]] = 1
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = rows / np.maximum(length, 1e-9)
    return unit
