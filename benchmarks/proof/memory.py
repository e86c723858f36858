"""What each part of the deployment holds in memory, and whether that grows."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median

import psutil

from tests.support.services import Topology

MOST_GROWTH = 1.05
_MB = 1e6


@dataclass
class Memory:
    """Samples by part: (messages so far, MB). Shared pages count in part for each process that shares them."""

    house: Topology
    samples: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))

    def sample(self, messages: int) -> None:
        """Look at every part."""
        for service in self.house:
            if service.process and service.running():
                self.samples[service.name].append((messages, _held(service.process.pid)))

    def quarters(self, name: str) -> tuple[float, float]:
        """MB in the second quarter of the messages and in the last, the median of each."""
        found = self.samples[name]
        most = found[-1][0]
        second = [held for at, held in found if most / 4 <= at <= most / 2] or [found[0][1]]
        last = [held for at, held in found if at >= most * 3 / 4]
        return median(second), median(last)


def _held(pid: int) -> float:
    total = 0
    with suppress(psutil.NoSuchProcess):
        for process in (parent := psutil.Process(pid), *parent.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                total += process.memory_full_info().pss
    return total / _MB
