"""One Rasa server and two, on PostgreSQL and Redis behind nginx: what another server gives, and what limits."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import machine
from benchmarks.over_http import OverOurChannel
from benchmarks.page import Section, Table
from benchmarks.processes import family
from benchmarks.size import Size
from benchmarks.talk import QUESTIONS, Clocked, at_once, together
from tests.support.services import topology
from tests.support.telegram_server import TelegramServer

if TYPE_CHECKING:
    from tests.support.services import Topology

_TICKS = 100.0  # of the clock in /proc, a second
_NEEDED = ("nginx", "redis-server")
_SHARED = "channel_secret"


def measure(size: Size, say: Callable[[str], None]) -> Section:
    """Start the deployment with each number of servers, and let families write at once."""
    part = Section("Scaling")
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing or not size.servers:
        why = f"{' and '.join(missing)} not installed" if missing else f"the {size.name} run has no deployment"
        part.parts = [f"Not measured: {why}."]
        return part
    found = {servers: _deployed(servers, size, say) for servers in size.servers}
    used = Table(
        ("Rasa servers", "process", "% of a core"),
        [[servers, name, share] for servers, (_, cores) in found.items() for name, share in cores.items()],
    )
    part.parts = [
        f"Rasa asked through nginx by {max(size.together)} families at once, conversations in PostgreSQL, locks in "
        f"Redis; all of it, and those who ask, on the same {machine.cores()} cores.",
        Table(
            ("Rasa servers", "median, ms", "95 %", "answers a second"),
            [[servers, one.p50, one.p95, one.rate] for servers, (one, _) in found.items()],
        ),
        "How busy each process was meanwhile; where the sum comes near all cores, cores are what limits:",
        used,
    ]
    return part


def _deployed(servers: int, size: Size, say: Callable[[str], None]) -> tuple[Clocked, dict[str, float]]:
    say(f"starting the deployment with {servers} Rasa servers")
    with TelegramServer() as telegram, topology(telegram.url, telegram.token, rasas=servers, actions=servers) as house:
        asker = OverOurChannel(house.house.url("rasa"), "the deployment", house.house.secret(_SHARED))
        at_once(asker, servers * 2, len(QUESTIONS) * servers * 2)
        say("families write")
        before = _worked(house)
        rounds = [at_once(asker, max(size.together), size.messages) for _ in range(size.rounds)]
        clocked = together(rounds)
        after = _worked(house)
    return clocked, {name: 100 * (after[name] - before[name]) / clocked.seconds for name in before}


def _worked(house: Topology) -> dict[str, float]:
    """The seconds of processor each service has had, its children included."""
    pids = {service.name: service.process.pid for service in house if service.process}
    return {name: sum(map(_seconds, family(pid))) for name, pid in pids.items()}


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
