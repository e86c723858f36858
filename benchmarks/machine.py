"""On what it was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

_NAMED = ("rasa", "rasa-sdk", "onnxruntime", "numpy", "scikit-learn", "sqlalchemy", "python-telegram-bot", "httpx")


def cores() -> int:
    """How many cores there are."""
    return os.cpu_count() or 1


def load() -> float:
    """How many processes wanted to run, on average of the last minute."""
    return os.getloadavg()[0]


def described() -> str:
    """Date, processor, memory, system, and the versions that matter; and how busy the machine was with other things."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _NAMED)
    when = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    busy = f"load {load():.1f} before the first measurement"
    return (
        f"{when}, commit {_commit()}. {cores()} cores ({_processor()}), {_memory():.0f} GB memory, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {libraries}; {busy}."
    )


def _commit() -> str:
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> float:
    line = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()[0]
    return int(line.split()[1]) / 1e6
