"""What each of the things gives that make it fast: taken back one by one, beside our Rasa as it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks import houses
from benchmarks.as_before import TAKEN_BACK
from benchmarks.houses import Served
from benchmarks.page import Section, Table
from benchmarks.processes import memory
from benchmarks.size import Size
from benchmarks.talk import QUESTIONS, Clocked, long_talk, together

_MOST_AT_A_TIME = 20


def measure(ours: Served, actions_url: str, size: Size, folder: Path, say: Callable[[str], None]) -> Section:
    """Ratios of medians, both asked in turn in the same minute; and the memory."""
    rows = []
    for what, (said, _) in islice(TAKEN_BACK.items(), size.taken_back):
        say(f"taken back: {what}")
        module = ("benchmarks.as_before", what)
        with houses.rasa(houses.folder(folder, what), actions_url, module) as before:
            now, then = _in_turn(ours, before, size.asked)
            rows.append([said, then.p50, now.p50, then.p50 / now.p50, memory(before.pid).resident])
    rows.append(["nothing taken back", None, None, 1.0, memory(ours.pid).resident])
    part = Section("What made it fast")
    part.parts = [
        "Our Rasa beside our Rasa with one thing taken back, asked in turn in one talk of the same length each. Median "
        "in ms; above 1, the thing is worth having for speed; memory in MB.",
        Table(("taken back", "without it", "with it", "ratio", "memory"), rows),
    ]
    return part


def _in_turn(ours: Served, before: Served, messages: int) -> tuple[Clocked, Clocked]:
    for served in (ours, before):
        long_talk(served.asker, len(QUESTIONS))
    now: list[Clocked] = []
    then: list[Clocked] = []
    for _ in range(max(1, messages // _MOST_AT_A_TIME)):
        for served, found in ((ours, now), (before, then)):
            times = long_talk(served.asker, min(messages, _MOST_AT_A_TIME))
            found.append(Clocked(times, sum(times) / 1000))
    return together(now), together(then)
