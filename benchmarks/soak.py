"""``python -m benchmarks.soak``: 20,000 messages from 500 chats; memory, errors and losses to docs/resilience.md."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from tqdm import tqdm

from benchmarks.proof import calm, logs, machine, page
from benchmarks.proof.books import Books
from benchmarks.proof.memory import MOST_GROWTH, Memory
from benchmarks.proof.questions import QUESTIONS
from benchmarks.proof.stream import Streamed, stream
from tests.support.services import ProgramMissing, Topology, topology
from tests.support.telegram_server import TelegramServer

_SAMPLES = 60
_FIRST_CHAT = calm.CALM + 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Play it; 1 when something was lost or wrong, an error was logged, or memory grew."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.soak")
    options.add_argument("--chats", type=int, default=500)
    options.add_argument("--messages", type=int, default=40, help="of each chat")
    options.add_argument("--at-once", type=int, default=16, help="chats that wait for an answer at a time")
    options.add_argument("--minutes", type=float, default=45.0, help="after which nothing more is written")
    options.add_argument("--dry", action="store_true", help="print, and leave docs/resilience.md as it is")
    chosen = options.parse_args(arguments)
    try:
        with TelegramServer() as telegram, topology(telegram.url, telegram.token, CHAT_LIMIT="10000") as house:
            telegram.trust(house.authority)
            done, memory = soak(house, telegram, chosen)
            faults = logs.faults(house)
    except (ProgramMissing, calm.NotCalm) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("ended early; docs/resilience.md is as it was", file=sys.stderr)
        return 130
    text = report(done, memory, faults, chosen.at_once)
    print(text)
    if not chosen.dry:
        page.put("soak", text)
    return int(bool(done.lost or done.wrong or faults or any(_grows(memory, name) for name in memory.samples)))


def soak(house: Topology, telegram: TelegramServer, chosen: argparse.Namespace) -> tuple[Streamed, Memory]:
    """Let the chats write; what came of it, and the memory meanwhile."""
    books, memory = Books(telegram), Memory(house)
    questions = [QUESTIONS[number % len(QUESTIONS)] for number in range(chosen.messages)]
    calm.learn_in_order(books, questions)
    chats = range(_FIRST_CHAT, _FIRST_CHAT + chosen.chats)
    every = max(1, len(chats) * len(questions) // _SAMPLES)
    with tqdm(total=len(chats) * len(questions), desc="soak", mininterval=5) as bar:

        def tick(count: int) -> None:
            bar.update()
            if count % every == 0:
                memory.sample(count)

        done = stream(books, chats, questions, chosen.at_once, time.monotonic() + chosen.minutes * 60, tick)
        memory.sample(done.messages)
    return done, memory


def _grows(memory: Memory, name: str) -> bool:
    second, last = memory.quarters(name)
    return last > second * MOST_GROWTH


def report(done: Streamed, memory: Memory, faults: dict[str, int], at_once: int) -> str:
    """The tables, with how they were made."""
    said = ", ".join(f"{count} of {name}" for name, count in faults.items()) or "none"
    rows = [f"| {name} | {_quarters(memory, name)} |" for name in memory.samples]
    return "\n".join(
        [
            f"{machine.told()}. {done.messages:,} messages of {done.chats} chats, {at_once} at once, in "
            f"{done.seconds / 60:.0f} minutes ({done.messages / done.seconds:.0f} a second).",
            "",
            f"Lost: {done.lost}. Chats that were told anything else than a calm chat, or in another order: "
            f"{done.wrong}. Errors in the logs: {said}.",
            "",
            f"Memory in MB, shared pages in part; it counts as flat up to {MOST_GROWTH - 1:.0%}.",
            "",
            "| part | second quarter | last quarter | growth |",
            "|---|--:|--:|--:|",
            *rows,
        ]
    )


def _quarters(memory: Memory, name: str) -> str:
    second, last = memory.quarters(name)
    return f"{second:.0f} | {last:.0f} | {last / second - 1:+.1%}"


if __name__ == "__main__":
    sys.exit(main())
