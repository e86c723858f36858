"""What the published encoder was taught of our field: small changes to its weights, kept as narrow matrices.

Each change of a matrix is stored as the product of two narrow ones (its leading singular
directions), each change of a vector as it is, so that a megabyte or two in the repository
stands for the difference between the published encoder and ours.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

ADAPTER = Path(__file__).parent / "adapter.npz"
Array = npt.NDArray[np.float32]
_LEFT, _RIGHT, _WHOLE = "left/", "right/", "whole/"


class AdapterFault(ValueError):
    """The stored changes do not fit the weights; the message names the first that does not."""


def save(changes: Mapping[str, Array], rank: int, path: Path = ADAPTER) -> None:
    """Store ``changes`` (name of a weight to its change), matrices by their ``rank`` leading directions."""
    stored: dict[str, npt.NDArray[np.float16]] = {}
    for name, change in changes.items():
        if change.ndim == 2 and min(change.shape) > rank:
            left, size, right = np.linalg.svd(change, full_matrices=False)
            stored[_LEFT + name] = (left[:, :rank] * np.sqrt(size[:rank])).astype(np.float16)
            stored[_RIGHT + name] = (np.sqrt(size[:rank])[:, None] * right[:rank]).astype(np.float16)
        else:
            stored[_WHOLE + name] = change.astype(np.float16)
    np.savez_compressed(path, **stored)


def load(path: Path = ADAPTER) -> dict[str, Array]:
    """The changes by name of weight; none when there is no such file."""
    if not path.exists():
        return {}
    with np.load(io.BytesIO(path.read_bytes())) as stored:
        whole = {n.removeprefix(_WHOLE): stored[n].astype(np.float32) for n in stored if n.startswith(_WHOLE)}
        names = [n.removeprefix(_LEFT) for n in stored if n.startswith(_LEFT)]
        narrow = {n: stored[_LEFT + n].astype(np.float32) @ stored[_RIGHT + n].astype(np.float32) for n in names}
    return {**whole, **narrow}


def changed(weights: Mapping[str, Array], changes: Mapping[str, Array]) -> dict[str, Array]:
    """The weights that change, with their change. Raises AdapterFault for a change that fits none."""
    for name, change in changes.items():
        if name not in weights or weights[name].shape != change.shape:
            raise AdapterFault(f"{ADAPTER.name}: no weight {name!r} of shape {change.shape}; run `make adapter`")
    return {name: weights[name] + change for name, change in changes.items()}


@cache
def digest() -> str:
    """SHA-256 of the stored changes, as hexadecimal digits; that of nothing when there are none."""
    return hashlib.sha256(ADAPTER.read_bytes() if ADAPTER.exists() else b"").hexdigest()
