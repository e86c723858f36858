"""Turn the published weights, and what they were taught, into an int8 ONNX graph, once per machine."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from nlu.encoder import adapter, graph, weights

CACHE = Path(".rasa") / "encoder" / f"{weights.SHA256[:12]}-{adapter.digest()[:12]}-{graph.VERSION}"
GRAPH, TOKENIZER = "encoder.onnx", "tokenizer.json"
_LAYERS, _HEAVY = 6, ["MatMul", "Attention"]

Array = npt.NDArray[np.float32]


def published_name(name: str) -> str:
    """``layer_._0/attention/self/query/kernel``, as TensorFlow has it, by the name its authors gave it."""
    parts = name.replace("layer_._", "encoder.layer.").replace("/", ".")
    for ours, theirs in ((".kernel", ".weight"), (".gamma", ".weight"), (".beta", ".bias")):
        parts = parts.replace(ours, theirs)
    return parts


def taught(published: dict[str, Array]) -> dict[str, Array]:
    """The weights with what they were taught. Raises AdapterFault for a change that fits none."""
    changes = {published_name(n): c.T if c.ndim == 2 else c for n, c in adapter.load().items()}
    return {**published, **adapter.changed(published, changes)}


def _quantise(source: Path, target: Path) -> None:
    """Write the int8 graph. A reduced range keeps older processors from overflowing."""
    logging.getLogger().setLevel(max(logging.ERROR, logging.getLogger().level))
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=_HEAVY,
        weight_type=QuantType.QInt8,
        reduce_range=True,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def encoder_folder() -> Path:
    """The folder with ``encoder.onnx`` and ``tokenizer.json``, made on first use (some seconds).

    Raises WeightsChanged when the weights are not the published ones.
    """
    if not (CACHE / GRAPH).exists():
        _make(weights.folder())
    return CACHE


def _make(source: Path) -> None:
    """Make the graph, and put it in its place whole."""
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        onnx.save(graph.build(taught(load_file(source / "model.safetensors")), _LAYERS), Path(scratch) / "full.onnx")
        _quantise(Path(scratch) / "full.onnx", made / GRAPH)
        shutil.copy(source / TOKENIZER, made / TOKENIZER)
        made.replace(CACHE)
