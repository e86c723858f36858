"""The least a message can take: understanding it in one process, component by component."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from rasa.engine.graph import GraphNode

from benchmarks import encoder
from benchmarks.page import Section, Table
from benchmarks.size import Size
from benchmarks.talk import QUESTIONS
from benchmarks.understanding import loaded
from evaluation.assistant import Assistant

_NEEDED = ("SentenceVectorFeaturizer", "NgramFeaturizer", "QuestionClassifier")
Times = dict[str, list[float]]


def measure(size: Size) -> Section:
    """What no way of serving the model can be faster than; and the encoder at both precisions."""
    whole, parts = asyncio.run(_parsed(size.asked))
    rows: list[list[object]] = [[name, median(times)] for name, times in parts.items()]
    least = sum(median(times) for name, times in parts.items() if name in _NEEDED)
    compared, alike = encoder.compared([QUESTIONS[at % len(QUESTIONS)] for at in range(size.asked)])
    part = Section("The limit: understanding alone")
    part.parts = [
        "Understanding one message in one process, without HTTP, rules, actions or storing. Median in ms.",
        Table(("component", "ms"), [*rows, ["the whole graph", whole]]),
        f"- encoder and classifier alone, in ms: {least:.1f}",
        compared,
        f"- mean cosine of the two encoders' vectors: {alike:.4f}",
    ]
    return part


async def _parsed(messages: int) -> tuple[float, Times]:
    """The median of the whole, in ms, and the times of each component."""
    assistant = await loaded()
    await _ask(assistant, len(QUESTIONS))
    with _clocked() as parts:
        whole = await _ask(assistant, messages)
    return median(whole), {_plain(name): times for name, times in parts.items()}


async def _ask(assistant: Assistant, messages: int) -> list[float]:
    taken = []
    for number in range(messages):
        began = time.perf_counter()
        await assistant.parse(QUESTIONS[number % len(QUESTIONS)])
        taken.append((time.perf_counter() - began) * 1000)
    return taken


@contextmanager
def _clocked() -> Iterator[Times]:
    """The milliseconds of every call of a graph's node while the block runs."""
    found: Times = defaultdict(list)
    call = GraphNode.__call__

    def clocked(node: GraphNode, *given: Any) -> Any:
        began = time.perf_counter()
        try:
            return call(node, *given)
        finally:
            found[node._node_name].append((time.perf_counter() - began) * 1000)

    GraphNode.__call__ = clocked
    try:
        yield found
    finally:
        GraphNode.__call__ = call


def _plain(name: str) -> str:
    """``run_nlu.components.ngrams.NgramFeaturizer4`` is ``NgramFeaturizer``."""
    return name.removeprefix("run_").rpartition(".")[2].rstrip("0123456789")
