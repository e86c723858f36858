"""The content many times over: what looking up a topic and answering takes."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from dialogue.memory import Memory
from dialogue.moves import answer
from dialogue.moves.take import take
from dialogue.turn import Candidate, Turn
from knowledge import library
from knowledge.library import Library
from knowledge.lines import load

_ANSWERS = 200


def measure(times: Sequence[int]) -> list[tuple[int, float, float]]:
    """For the content so many ``times``: topics, ms to answer (median), ms to read all."""
    return [_measured(one) for one in times]


def _measured(times: int) -> tuple[int, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "knowledge"
        shutil.copytree(library.HERE, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        _copy(root / "topics", times)
        began = time.perf_counter()
        found = Library.load(root)
        read = (time.perf_counter() - began) * 1000
        return len(found.topics), median(_answers(found)), read


def _copy(topics: Path, times: int) -> None:
    """Every topic under other names beside it."""
    for path in sorted(topics.rglob("*.yml")):
        known = load(path, path.name)["id"]
        text = path.read_text(encoding="utf-8")
        for number in range(1, times):
            copy = text.replace(f"id: {known}\n", f"id: {known}-{number}\n", 1)
            path.with_name(f"{path.stem}-{number}.yml").write_text(copy, encoding="utf-8")


def _answers(content: Library) -> Iterator[float]:
    """Milliseconds of answers to questions spread over all topics."""
    known = sorted(content.topics)
    for number in range(_ANSWERS):
        topic = known[number * len(known) // _ANSWERS]
        turn = Turn("a question", (Candidate(topic, 0.9), Candidate(known[0], 0.02)))
        began = time.perf_counter()
        step = take(answer.reply, turn, Memory(), content)
        assert step.reply.text, topic
        yield (time.perf_counter() - began) * 1000
