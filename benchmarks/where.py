"""Where the time of one message goes, in Rasa: stacks looked at by py-spy, as a flame graph and as shares."""

from __future__ import annotations

import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import pictures
from benchmarks.houses import Served
from benchmarks.page import Section, Table
from benchmarks.processes import NotThere
from benchmarks.size import Size
from benchmarks.talk import at_once
from scripts.chat import ROOT

_A_SECOND = 200  # looks
_TURN = "rasa_channel/turn.py"
# The first of these that stands in a stack, outermost first, says what the time was for.
_PARTS = (
    ("understanding: sentence vector", "nlu/components/sentence_vector.py"),
    ("understanding: n-grams", "nlu/components/ngrams.py"),
    ("understanding: classifier", "nlu/components/question_classifier.py"),
    ("understanding: safety", "nlu/components/safety_reader.py"),
    ("understanding: other", "parse_message (rasa/core/processor.py"),
    ("asking the action server", "request (rasa_channel/action_calls.py"),
    ("checking what the action gave", "nlu/action_results.py"),
    ("running the action, other", "_run_action (rasa/core/processor.py"),
    ("rules", "predict_next_with_tracker_if_should (rasa/core/processor.py"),
    ("reading the talk so far", "get_tracker (rasa/core/processor.py"),
    ("keeping the turn", "conversations/tracker_store.py"),
)


def measure(served: Served, size: Size, folder: Path, say: Callable[[str], None]) -> Section:
    """Look at the stacks while one family after the other writes. Raises NotThere when py-spy may not look."""
    flame, raw = folder / "performance-flame.svg", served.folder / "stacks.txt"
    with _writing(served):
        say("looking at stacks, for a flame graph")
        _look(served.pid, "flamegraph", flame, size.seconds)
        say("looking at stacks, for shares")
        _look(served.pid, "raw", raw, size.seconds)
    found = shares(raw.read_text(encoding="utf-8").splitlines())
    part = Section("Where the time of one message goes")
    part.parts = [
        f"Of the time Rasa works on a message, from the channel to the stored turn; {_A_SECOND} looks a second "
        f"by py-spy. [The flame graph]({flame.name}) has all of it.",
        Table(("part", "%"), [[name, share] for name, share in found.items()]),
    ]
    part.pictures["time of one message, %"] = pictures.bars(found, "% of a message", folder / "performance-where.png")
    return part


@contextmanager
def _writing(served: Served) -> Iterator[None]:
    """Families write, one at a time, while the block runs."""
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            at_once(served.asker, 1, 4)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        over.set()
        writer.join()


def _look(pid: int, form: str, target: Path, seconds: int) -> None:
    program = ROOT / ".venv" / "bin" / "py-spy"
    command = [str(program), "record", "-p", str(pid), "-f", form, "-o", str(target)]
    done = subprocess.run(
        [*command, "-d", str(seconds), "-r", str(_A_SECOND)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotThere(f"py-spy cannot look at Rasa (it needs to be root, or ptrace allowed): {done.stderr[-200:]}")


def shares(stacks: Iterable[str]) -> dict[str, float]:
    """Percent of a turn's time by part, the largest first; ``stacks`` are py-spy's raw lines."""
    found: Counter[str] = Counter()
    for line in stacks:
        stack, _, looks = line.rpartition(" ")
        if _TURN in stack:
            found[_part(stack)] += int(looks)
    total = sum(found.values()) or 1
    return {name: 100 * looks / total for name, looks in found.most_common()}


def _part(stack: str) -> str:
    return next((name for name, mark in _PARTS if mark in stack), "other")
