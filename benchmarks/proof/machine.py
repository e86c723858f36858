"""Where and when something was measured."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path


def told() -> str:
    """One line: date, processor, memory, versions, and how busy the machine was beside."""
    cpu = _first("/proc/cpuinfo", "model name") or platform.machine()
    memory = int((_first("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) / 1024**2
    return (
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores ({cpu}), {memory:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}; load at the end {os.getloadavg()[0]:.1f}"
    )


def _first(path: str, name: str) -> str | None:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), None)
