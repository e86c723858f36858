"""How alike a few vectors and very many are, roughly and fast: in whole numbers of a byte, by onnxruntime."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

# Up to so many messages, and from so many vectors on, it is worth looking roughly.
FEW, MANY = 16, 2_000
# Half a byte's range: older processors add two products in 16 bits, which would overflow.
_MOST, _OPSET, _FORMAT = 63, 13, 8
_ASKED, _FOUND, _SCALE = "asked", "found", "scale"


class Rough:
    """Products with ``vectors``, shape (many, dimensions), ordered nearly as exact ones.

    What takes time is to read so many numbers from memory: bytes are read in a quarter of the time, and between
    processes that share a memory in far less.
    """

    def __init__(self, vectors: npt.NDArray[np.float16]) -> None:
        """Round the vectors, all by one scale."""
        self._scale = _MOST / max(float(np.abs(vectors).max(initial=0)), 1e-9)
        rounded = np.empty((vectors.shape[1], len(vectors)), np.int8)
        np.rint(vectors.T.astype(np.float32) * self._scale, out=rounded, casting="unsafe")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(_model(rounded), options, providers=["CPUExecutionProvider"])

    def products(self, vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Shape (few, many); of unit vectors their cosines, to about 0.004."""
        found, scale = self._session.run(None, {_ASKED: vectors})
        products: npt.NDArray[np.float32] = found.astype(np.float32) * np.float32(scale / self._scale)
        return products


def _model(rounded: npt.NDArray[np.int8]) -> bytes:
    """The graph: what is asked in bytes too, then the products."""
    nodes = [
        helper.make_node("DynamicQuantizeLinear", [_ASKED], ["bytes", _SCALE, "zero"]),
        helper.make_node("MatMulInteger", ["bytes", "many", "zero"], [_FOUND]),
    ]
    dimensions, many = rounded.shape
    asked = helper.make_tensor_value_info(_ASKED, TensorProto.FLOAT, [None, dimensions])
    found = helper.make_tensor_value_info(_FOUND, TensorProto.INT32, [None, many])
    scale = helper.make_tensor_value_info(_SCALE, TensorProto.FLOAT, [])
    graph = helper.make_graph(nodes, "rough", [asked], [found, scale], [numpy_helper.from_array(rounded, "many")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)])
    model.ir_version = _FORMAT
    return bytes(model.SerializeToString())
