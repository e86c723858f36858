"""The encoder as an ONNX graph, written node by node from its weights.

Made of the operators that onnxruntime has for transformers (attention; bias and GELU;
a sum and its norm, each in one), it is made in seconds, needs neither TensorFlow nor a
converter, and reads a short message in two thirds of a converted graph's time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = npt.NDArray[np.float32]
INPUTS = ("input_ids", "token_type_ids")
OUTPUT = "vectors"
VERSION = "2"  # of what `build` makes: part of the name of the cache
_HEADS, _TINY, _MOST_BYTE = 12, 1e-12, 127
_OPSET, _FORMAT, _OWN = 17, 8, "com.microsoft"


class Graph:
    """Collects nodes and weights."""

    def __init__(self, published: Mapping[str, Array]) -> None:
        """An empty graph; ``published`` are the weights by the names their authors gave them."""
        self.published = published
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def weight(self, name: str, value: npt.NDArray[Any] | None = None) -> str:
        """The name in the graph of a weight; ``value`` is one made of several."""
        found = self.published[name] if value is None else value
        self._constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(found), name))
        return name

    def number(self, *values: int) -> str:
        """A constant list of whole numbers."""
        name = f"numbers_{'_'.join(map(str, values))}"
        self._constants.setdefault(name, numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    def add(self, kind: str, *inputs: str, output: str = "", domain: str = "", **settings: Any) -> str:
        """Add a node; the name of what it gives."""
        given = output or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [given], domain=domain, name=given, **settings))
        return given

    def model(self) -> onnx.ModelProto:
        """The whole."""
        ids = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in INPUTS]
        vectors = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["texts", "size"])]
        graph = helper.make_graph(self._nodes, "encoder", ids, vectors, list(self._constants.values()))
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_FORMAT)


def build(weights: Mapping[str, Array], layers: int) -> onnx.ModelProto:
    """Token ids and kinds (1 for the second text), each of shape (texts, tokens), in; a unit vector a text out.

    There is no mask: the texts of a batch have one length.
    """
    graph = Graph(weights)
    hidden = _embedded(graph)
    for at in range(layers):
        hidden = _layer(graph, f"encoder.layer.{at}", hidden)
    mean = graph.add("ReduceMean", hidden, axes=[1], keepdims=0)
    graph.add("LpNormalization", mean, output=OUTPUT, axis=-1, p=2)
    return graph.model()


def _embedded(graph: Graph) -> str:
    kind = graph.add("Gather", graph.weight("embeddings.token_type_embeddings.weight"), INPUTS[1])
    length = graph.add("Slice", graph.add("Shape", INPUTS[0]), graph.number(1), graph.number(2))
    places = graph.weight("embeddings.position_embeddings.weight")
    place = graph.add("Slice", places, graph.number(0), length, graph.number(0))
    summed = graph.add("Add", graph.add("Add", _words(graph), kind), place)
    norm = [graph.weight(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    return graph.add("LayerNormalization", summed, *norm, axis=-1, epsilon=_TINY)


def _words(graph: Graph) -> str:
    """The words' own vectors, kept as a byte a number with a scale a word: a quarter of the size."""
    name = "embeddings.word_embeddings.weight"
    vectors = graph.published[name]
    scales = np.abs(vectors).max(axis=1, keepdims=True) / _MOST_BYTE
    small = graph.weight(f"{name}.bytes", np.round(vectors / np.maximum(scales, _TINY)).astype(np.int8))
    bytes_ = graph.add("Gather", small, INPUTS[0])
    scale = graph.add("Gather", graph.weight(f"{name}.scales", scales.astype(np.float32)), INPUTS[0])
    return graph.add("Mul", graph.add("Cast", bytes_, to=TensorProto.FLOAT), scale)


def _layer(graph: Graph, name: str, hidden: str) -> str:
    attended = _attention(graph, f"{name}.attention.self", hidden)
    seen = _skip(graph, f"{name}.attention.output", attended, hidden)
    wide = graph.add("MatMul", seen, _kernel(graph, f"{name}.intermediate.dense"))
    bent = graph.add("BiasGelu", wide, graph.weight(f"{name}.intermediate.dense.bias"), domain=_OWN)
    return _skip(graph, f"{name}.output", bent, seen)


def _attention(graph: Graph, name: str, hidden: str) -> str:
    parts = ("query", "key", "value")
    kernel = np.hstack([graph.published[f"{name}.{part}.weight"].T for part in parts])
    bias = np.hstack([graph.published[f"{name}.{part}.bias"] for part in parts])
    own = graph.weight(f"{name}.weight", kernel), graph.weight(f"{name}.bias", bias)
    return graph.add("Attention", hidden, *own, domain=_OWN, num_heads=_HEADS)


def _skip(graph: Graph, name: str, given: str, before: str) -> str:
    """A dense step, what came before added, and the norm."""
    dense = graph.add("MatMul", given, _kernel(graph, f"{name}.dense"))
    norm = [graph.weight(f"{name}.LayerNorm.{part}") for part in ("weight", "bias")]
    bias = graph.weight(f"{name}.dense.bias")
    return graph.add("SkipLayerNormalization", dense, before, *norm, bias, domain=_OWN, epsilon=_TINY)


def _kernel(graph: Graph, name: str) -> str:
    return graph.weight(f"{name}.kernel", graph.published[f"{name}.weight"].T)
