"""How fast answers come, and how many: beside `rasa init`, and beside Rasa's own Telegram connector."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import pictures
from benchmarks.page import Section, Table, met, shown
from benchmarks.size import Size
from benchmarks.talk import Asker, Clocked, at_once, long_talk, together

Results = dict[tuple[str, int], Clocked]
P50, RATE, ADDED = 0.6, 2.0, 10.0  # of the template's median, of its answers a second; milliseconds of the gateway
_WARM = 8
_NO_TEMPLATE = "`rasa init` was not measured: a quick run makes no such assistant."


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


def section(results: Results, direct: Asker, ours: Asker, template: Asker | None, size: Size, folder: Path) -> Section:
    """``direct`` is our Rasa without, ``ours`` with the gateway; ``template`` is None when it was not measured."""
    names = list(dict.fromkeys(name for name, _ in results))
    first = size.together[0]
    rows = [
        [name, chats, one.p50, one.p95, one.rate]
        for name in names
        for chats in size.together
        for one in (results[name, chats],)
    ]
    part = Section("Latency and throughput")
    part.parts = [
        f"Each family waits for the answer before it writes again; after four messages another "
        f"family goes on. {size.rounds} rounds of about "
        f"{size.messages} messages each, all ways in turn. Milliseconds until the first words.",
        Table(("asked", "at once", "median", "95 %", "answers a second"), rows),
        _added(results[ours.name, first].p50 - results[direct.name, first].p50),
        "\n".join(_beside(results, direct.name, template.name, size.together)) if template else _NO_TEMPLATE,
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


def _added(milliseconds: float) -> str:
    return f"- the gateway adds, in ms, with one family at once: {met(milliseconds, ADDED)}"


def _beside(results: Results, ours: str, template: str, together_: Sequence[int]) -> Iterator[str]:
    for chats in together_:
        mine, theirs = results[ours, chats], results[template, chats]
        yield f"- median, {chats} at once, as a share of `rasa init`: {met(mine.p50 / theirs.p50, P50)}"
        rate = mine.rate / theirs.rate
        verdict = "met" if rate >= RATE else "missed"
        yield f"- answers a second, {chats} at once, times `rasa init`: {shown(rate)}, aim {RATE}: {verdict}"
