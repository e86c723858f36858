"""``python -m benchmarks [--quick] [--folder docs]``: measure everything in one run and write ``performance.md``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks import growth, houses, machine, savings, speed, template, weight, where
from benchmarks.over_http import Unanswered
from benchmarks.page import Section
from benchmarks.processes import NotThere
from benchmarks.report import write
from benchmarks.size import FULL, QUICK, Size
from benchmarks.talk import Asker
from scripts.chat import QUIET
from tests.support.services import ProgramMissing

_ROOT = Path(__file__).parent.parent


class Run:
    """One run: its size, where its report goes, where its processes write, and when it began."""

    def __init__(self, size: Size, report: Path, scratch: Path) -> None:
        """Nothing is measured yet."""
        self.size, self.report, self.scratch, self._began = size, report, scratch, time.monotonic()

    def say(self, line: str) -> None:
        """A line of progress, with the seconds since the beginning."""
        print(f"{time.monotonic() - self._began:5.0f} s  {line}", flush=True)

    def sections(self) -> Iterator[Section]:
        """Every part of the report; a house stands only as long as it is needed."""
        yield from self._side_by_side()
        for name, measure in self._apart():
            self.say(name)
            yield measure()

    def _side_by_side(self) -> Iterator[Section]:
        with ExitStack() as standing:
            enter = standing.enter_context
            self.say("starting our Rasa, our gateway, Rasa's own connector and a fresh `rasa init`")
            actions = enter(houses.actions(self._place("actions")))
            ours = enter(houses.rasa(self._place("ours"), actions))
            gateway = enter(houses.gateway(self._place("gateway"), ours.url))
            with ExitStack() as others:
                fresh = others.enter_context(template.served()) if self.size.template or template.there() else None
                builtin = others.enter_context(houses.builtin(self._place("builtin"), actions))
                beside: list[Asker] = [asker for asker in (fresh, builtin) if asker]
                found = speed.measure([ours.asker, gateway, *beside], self.size, self.say)
                yield speed.section(found, ours.asker, gateway, fresh, self.size, self.report)
                yield growth.measure([gateway, *beside], ours, self.size, self.report, self.say)
            yield where.measure(ours, self.size, self.report, self.say)
            yield savings.measure(ours, actions, self.size, self.scratch, self.say)

    def _place(self, name: str) -> Path:
        return houses.folder(self.scratch, name)

    def _apart(self) -> Iterator[tuple[str, Callable[[], Section]]]:
        from benchmarks import limit, scaling, understanding

        yield "scaling", lambda: scaling.measure(self.size, self.say)
        yield "memory", lambda: weight.measure(self.size, self._place("weight"), self.say)
        yield "the limit", lambda: limit.measure(self.size)
        yield "understanding", lambda: understanding.measure(self.size)


def main() -> int:
    """Measure and write; the exit status is 1, with one line, when something did not start or did not answer."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="so little that only the way of measuring is tried")
    options.add_argument("--folder", type=Path, default=_ROOT / "docs", help="where performance.md and pictures go")
    chosen = options.parse_args()
    os.chdir(_ROOT)
    os.environ.update(QUIET)
    described, size = machine.described(), QUICK if chosen.quick else FULL
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        run = Run(size, chosen.folder.resolve(), Path(scratch))
        try:
            target = write(run.sections(), described, size, run.report)
        except (NotThere, Unanswered, ProgramMissing, AssertionError) as error:
            print(error, file=sys.stderr)
            return 1
        run.say(f"written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
