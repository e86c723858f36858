"""Whether it stays as fast: late in a talk, with many conversations stored, with many topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks import pictures, stored, topics
from benchmarks.houses import Served
from benchmarks.page import Section, Table, met
from benchmarks.size import Size
from benchmarks.talk import QUESTIONS, Asker, at_once, long_talk

FLAT = 1.25
_TALKS = 3
_FIRST = count(8_000_000_000)
Line = dict[int, float]


def late(asker: Asker, places: Sequence[int]) -> Line:
    """The median of a round of questions that ends at each place, or begins the talk, in ms; of several talks."""
    talks = [long_talk(asker, max(places)) for _ in range(_TALKS)]
    found = {}
    for place in places:
        end = max(place, len(QUESTIONS))
        found[place] = median(one for talk in talks for one in talk[end - len(QUESTIONS) : end])
    return found


def many_stored(served: Served, size: Size, say: Callable[[str], None]) -> Line:
    """The median in ms while so many conversations are in Rasa's database."""
    asker, chat = served.asker, next(_FIRST)
    asker.ask(chat, 0)
    found = {}
    for wanted in size.stored:
        say(f"{wanted:,} conversations stored")
        there = stored.fill(served.folder / "conversations.db", f"bench-{chat}", wanted)
        at_once(asker, 1, len(QUESTIONS))
        found[wanted if there <= wanted else there] = at_once(asker, 1, size.asked).p50
    return found


def measure(askers: Sequence[Asker], served: Served, size: Size, folder: Path, say: Callable[[str], None]) -> Section:
    """All three lines of growth. ``askers`` are compared late in a talk, the first is ours."""
    talks = {}
    for asker in askers:
        say(f"message {max(size.places)} of {asker.name}")
        talks[asker.name] = late(asker, size.places)
    kept = many_stored(served, size, say)
    say("topics")
    content = topics.measure(size.topics)
    part = Section("Growth")
    part.parts = [
        "Median in ms of the eight questions that end at a message, in three talks (the first eight for message 4).",
        _table("message", talks),
        _flat("message", talks[askers[0].name]),
        "Our Rasa on SQLite with so many conversations in its database. Each copy holds one turn.",
        _table("conversations", {"ms": kept}),
        _flat("conversations", kept),
        "The content, copied under other names: what a message does with it once it is understood (to look up a topic "
        "and write its answer), in ms, and what a start does. Understanding more topics needs a training.",
        Table(("topics", "look up and answer", "read all content, at the start"), [list(one) for one in content]),
        _flat("topics", {int(number): answer for number, answer, _ in content}),
    ]
    part.pictures["late in a talk"] = pictures.lines(
        {name: list(line.items()) for name, line in talks.items()},
        ("message of one talk", "median, ms"),
        folder / "performance-growth.png",
    )
    return part


def _table(name: str, of: Mapping[str, Line]) -> Table:
    places = list(next(iter(of.values())))
    rows = [[label, *(line[place] for place in places)] for label, line in of.items()]
    return Table((name, *(f"{place:,}" for place in places)), rows)


def _flat(name: str, line: Line) -> str:
    """The longest beside the first."""
    first = next(iter(line.values()))
    return f"- ours along {name}, the slowest as a share of the first: {met(max(line.values()) / first, FLAT)}"
