"""Turn the published weights into an int8 ONNX graph, once per machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from nlu.encoder import adapter, weights

CACHE = Path(".rasa") / "encoder" / f"{weights.SHA256[:12]}-{adapter.digest()[:12]}"
GRAPH, TOKENIZER = "encoder.onnx", "tokenizer.json"
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 15


def name_of(weight: Any) -> str:
    """A weight's name without what TensorFlow puts around it: ``layer_._0/attention/self/query/kernel``."""
    return str(weight.name).partition("/encoder/")[2].partition(":")[0]


def _tune(model: Any) -> None:
    """Change the published weights by what they were taught of our field."""
    ours = {name_of(weight): weight for weight in model.weights if "/encoder/" in weight.name}
    changed = adapter.changed({name: weight.numpy() for name, weight in ours.items()}, adapter.load())
    for name, value in changed.items():
        ours[name].assign(value)


def _export(source: Path, target: Path) -> None:
    """Write the encoder as ONNX: token ids, mask and kinds (1 for the second text) in, a vector a token out."""
    import tensorflow as tf
    import tf2onnx
    from transformers import TFAutoModel

    model = TFAutoModel.from_pretrained(source)
    _tune(model)
    inputs = [tf.TensorSpec((None, None), tf.int64, name=name) for name in INPUTS]

    def vectors(input_ids: tf.Tensor, attention_mask: tf.Tensor, token_type_ids: tf.Tensor) -> tf.Tensor:
        hidden = model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids, training=False
        )
        return tf.identity(hidden.last_hidden_state, name="vectors")

    tf2onnx.convert.from_function(tf.function(vectors), input_signature=inputs, opset=_OPSET, output_path=str(target))


def _quantise(source: Path, target: Path) -> None:
    """Write the int8 graph. A reduced range keeps older processors from overflowing."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)


def encoder_folder() -> Path:
    """The folder with ``encoder.onnx`` and ``tokenizer.json``, made on first use (a minute).

    It is made in a process of its own: TensorFlow keeps the seven gigabytes that it takes.
    Raises WeightsChanged when the weights are not the published ones.
    """
    if not (CACHE / GRAPH).exists():
        weights.folder()
        subprocess.run([sys.executable, "-W", "ignore", "-m", "nlu.encoder.convert"], check=True)
    return CACHE


def make() -> None:
    """Make the graph, and put it in its place whole."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    source = weights.folder()
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        _export(source, Path(scratch) / "full.onnx")
        _quantise(Path(scratch) / "full.onnx", made / GRAPH)
        shutil.copy(source / TOKENIZER, made / TOKENIZER)
        made.replace(CACHE)


if __name__ == "__main__":
    make()
