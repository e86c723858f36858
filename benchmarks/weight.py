"""What the one-machine set-up takes: memory of each process, seconds of its start; and of training."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks import images
from benchmarks.houses import PATIENT
from benchmarks.over_telegram import Heard, OverGateway
from benchmarks.page import Section, Table, met
from benchmarks.processes import await_ready, memory
from benchmarks.size import Size
from benchmarks.talk import at_once
from nlu.train import LOG
from scripts.chat import free_port
from scripts.telegram import MODEL, Part, parts
from tests.support.telegram_server import TelegramServer

MOST = 1000.0  # megabytes
_STAMP = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ", re.MULTILINE)


def measure(size: Size, folder: Path, say: Callable[[str], None]) -> Section:
    """Start what ``make telegram`` starts, let families write, look."""
    telegram, heard = TelegramServer(), Heard()
    telegram.state = heard
    with telegram:
        house = _house(telegram, folder)
        try:
            seconds = [_started(part, folder, say) for part in house]
            say("families write")
            at_once(OverGateway(telegram, heard), 4, size.asked)
            rows, total = _rows(house, seconds)
        finally:
            for part in reversed(house):
                part.stop()
    section = Section("Memory, start and size")
    section.parts = [
        f"`make telegram`, after {size.asked} answers. MB; a process's share counts what it has in common with others "
        "in parts. Seconds from the start of a process until it answers.",
        Table(("process", "resident", "share", "seconds to start"), rows),
        f"- all three, resident, in MB: {met(total, MOST)}",
        f"- the last training took {_training()}; the model's file has {MODEL.stat().st_size / 1e6:.0f} MB",
        "What each image installs beside Python itself, in MB as unpacked (no image was built):",
        Table(("image", "packages", "MB"), images.sizes()),
    ]
    return section


def _house(telegram: TelegramServer, folder: Path) -> Sequence[Part]:
    urls = {name: f"http://127.0.0.1:{free_port()}" for name in ("RASA_URL", "ACTIONS_URL")}
    settings = {
        **{name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")},
        **urls,
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "HEALTH_PORT": str(free_port()),
        **PATIENT,
    }
    return parts(settings, folder, MODEL)


def _started(part: Part, folder: Path, say: Callable[[str], None]) -> float:
    say(f"starting {part.name}")
    part.log = part.log or folder / "gateway.log"
    began = time.monotonic()
    part.start()
    assert part.process
    await_ready(part.process, part.ready, part.log)
    return time.monotonic() - began


def _rows(house: Sequence[Part], seconds: Sequence[float]) -> tuple[list[list[object]], float]:
    rows: list[list[object]] = []
    total = 0.0
    for part, took in zip(house, seconds, strict=True):
        assert part.process
        found = memory(part.process.pid)
        total += found.resident
        rows.append([part.name, found.resident, found.share, took if part.name != "the gateway" else None])
    return [*rows, ["together", total, sum(float(str(row[2])) for row in rows), None]], total


def _training() -> str:
    """As its log tells; components that did not change come from a cache."""
    stamps = _STAMP.findall(LOG.read_text(encoding="utf-8")) if LOG.exists() else []
    if len(stamps) < 2:
        return "an unknown time (there is no log of one)"
    first, last = (datetime.fromisoformat(stamp) for stamp in (stamps[0], stamps[-1]))
    return f"{(last - first).total_seconds():.0f} s ({last:%Y-%m-%d})"
