"""What processes take, with their children; and how long they need to be there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.chat import QUIET, ROOT

_PATIENCE, _STEP = 300.0, 0.1


class NotThere(RuntimeError):
    """A process ended, or never answered; the message says where its log is."""


@dataclass(frozen=True)
class Memory:
    """In megabytes. ``resident`` counts what is shared with others in full, ``share`` in parts."""

    resident: float
    share: float


def family(pid: int) -> list[int]:
    """The process and its children, and theirs."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        children = (task / "children").read_text(encoding="ascii").split()
        found += [one for child in children for one in family(int(child))]
    return found


def memory(pid: int) -> Memory:
    """What the process takes, children included."""
    rolled = [Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii") for one in family(pid)]
    resident, share = (sum(_kilobytes(text, name) for text in rolled) / 1000 for name in ("Rss", "Pss"))
    return Memory(resident, share)


def _kilobytes(rolled: str, name: str) -> int:
    return int(rolled.split(f"{name}:")[1].split(maxsplit=1)[0])


@contextmanager
def running(
    command: list[str], log: Path, ready: Callable[[], bool], environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """A Python module run with ``command`` until it is ``ready``, then while the block runs. Raises NotThere."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", *command],
            cwd=folder,
            env={**_own(), **environment},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        await_ready(process, ready, log)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def await_ready(process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> float:
    """Wait until it answers; the seconds that took. Raises NotThere."""
    began = time.monotonic()
    while not ready():
        if process.poll() is not None or time.monotonic() - began > _PATIENCE:
            raise NotThere(f"a process did not start; the reason stands in {log}")
        time.sleep(_STEP)
    return time.monotonic() - began


def _own() -> Mapping[str, str]:
    return {**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}
