"""How fast answers come, and how many: beside `rasa init`, and beside Rasa's own Telegram connector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import pictures
from benchmarks.page import Section, Table, met, shown
from benchmarks.size import Size
from benchmarks.talk import Asker, Clocked, at_once, long_talk, together

Results = dict[tuple[str, int], Clocked]
P50, RATE, ADDED = 0.6, 2.0, 10.0  # of the template's median, of its answers a second; milliseconds of the gateway
_WARM = 8


def measure(askers: Sequence[Asker], size: Size, say: Callable[[str], None]) -> Results:
    """All ways in turn, round by round, so that what else the machine does falls on all of them."""
    for asker in askers:
        long_talk(asker, _WARM)
    found: dict[tuple[str, int], list[Clocked]] = {}
    for chats in size.together:
        for number in range(size.rounds):
            say(f"{chats} at once, round {number + 1} of {size.rounds}")
            for asker in askers:
                found.setdefault((asker.name, chats), []).append(at_once(asker, chats, size.messages))
    return {key: together(rounds) for key, rounds in found.items()}


def section(results: Results, names: Sequence[str], size: Size, folder: Path) -> Section:
    """``names`` are: our Rasa asked directly, with gateway, the template, the built-in connector."""
    direct, ours, template, _ = names
    rows = [
        [name, chats, one.p50, one.p95, one.rate]
        for name in names
        for chats in size.together
        for one in (results[name, chats],)
    ]
    part = Section("Latency and throughput")
    part.parts = [
        f"Each family waits for the answer before it writes again; {SESSION_NOTE}. {size.rounds} rounds of about "
        f"{size.messages} messages each, all ways in turn. Milliseconds until the first words.",
        Table(("asked", "at once", "median", "95 %", "answers a second"), rows),
        "\n".join(_aims(results, direct, ours, template, size.together)),
    ]
    part.pictures["median by families at once"] = pictures.lines(
        {name: [(chats, results[name, chats].p50) for chats in size.together] for name in names},
        ("families at once", "median, ms"),
        folder / "performance-latency.png",
    )
    part.pictures["answers a second"] = pictures.lines(
        {name: [(chats, results[name, chats].rate) for chats in size.together] for name in names},
        ("families at once", "answers a second"),
        folder / "performance-throughput.png",
    )
    return part


SESSION_NOTE = "after four messages another family goes on"


def _aims(results: Results, direct: str, ours: str, template: str, together_: Sequence[int]) -> list[str]:
    first = together_[0]
    added = results[ours, first].p50 - results[direct, first].p50
    lines = [f"- the gateway adds, in ms, with one family at once: {met(added, ADDED)}"]
    for chats in together_:
        mine, theirs = results[direct, chats], results[template, chats]
        lines.append(f"- median, {chats} at once, as a share of `rasa init`: {met(mine.p50 / theirs.p50, P50)}")
        rate = mine.rate / theirs.rate
        verdict = "met" if rate >= RATE else "missed"
        lines.append(f"- answers a second, {chats} at once, times `rasa init`: {shown(rate)}, aim {RATE}: {verdict}")
    return lines
