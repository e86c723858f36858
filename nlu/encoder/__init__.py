"""Sentences as vectors: the all-MiniLM-L6-v2 encoder as an int8 ONNX graph."""
