"""``python -m benchmarks.faults``: each part killed, then cut off, under load; written to docs/resilience.md."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from statistics import median

from tqdm import tqdm

from benchmarks.proof import calm, machine, page
from benchmarks.proof.books import Books
from benchmarks.proof.cell import Load, Result, play
from benchmarks.proof.questions import QUESTIONS
from benchmarks.proof.strike import CUT_OFF, KILLED, PARTS, Strike
from tests.support.services import ProgramMissing, topology
from tests.support.telegram_server import TelegramServer

_CHATS_APART = 1000
_HEAD = (
    "| part | fault | messages | lost | out of order | twice | answers again after | all caught up after "
    "| longest wait for an answer | median wait | apologies | longest silence |\n" + "|---|---|" + "--:|" * 10
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Play every cell; 1 when a message was lost or out of order."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    options.add_argument("--seconds", type=float, default=8.0, help="how long a part is away")
    options.add_argument("--rate", type=float, default=4.0, help="messages a second")
    options.add_argument("--chats", type=int, default=10)
    options.add_argument("--only", choices=PARTS, help="one part")
    options.add_argument("--dry", action="store_true", help="print, and leave docs/resilience.md as it is")
    chosen = options.parse_args(arguments)
    began = time.monotonic()
    try:
        results = _matrix(chosen)
    except (ProgramMissing, calm.NotCalm) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("ended early; docs/resilience.md is as it was", file=sys.stderr)
        return 130
    text = report(results, chosen.chats, chosen.rate, time.monotonic() - began)
    print(text)
    if not (chosen.dry or chosen.only):
        page.put("faults", text)
    return 0 if all(result.found.sound for result in results) else 1


def _matrix(chosen: argparse.Namespace) -> list[Result]:
    load = Load(chosen.chats, QUESTIONS, chosen.rate)
    cells = [(part, how) for how in (KILLED, CUT_OFF) for part in ([chosen.only] if chosen.only else PARTS)]
    with TelegramServer() as telegram, topology(telegram.url, telegram.token, CHAT_LIMIT="10000") as house:
        telegram.trust(house.authority)
        books = Books(telegram)
        calm.learn(books, load.questions)
        first = calm.CALM + _CHATS_APART
        results = []
        for number, (part, how) in enumerate(tqdm(cells, desc="faults")):
            strike = Strike(part, how, chosen.seconds)
            results.append(play(house, books, strike, load, first + number * _CHATS_APART))
            tqdm.write(_row(results[-1]))
        return results


def report(results: Sequence[Result], chats: int, rate: float, took: float) -> str:
    """The table, with how it was made."""
    seconds = results[0].strike.seconds
    how = (
        f"{machine.told()}. {chats} chats, {len(QUESTIONS)} messages each, {rate:g} a second in all; the part is "
        f"away for {seconds:g} s. All times in seconds. The whole took {took / 60:.0f} minutes."
    )
    return "\n".join([how, "", _HEAD, *map(_row, results)])


def _row(result: Result) -> str:
    found, strike = result.found, result.strike
    counts = [found.messages, found.lost, found.disordered, found.repeated]
    times = [result.start, result.recovery, max(found.waits, default=0), median(found.waits or [0])]
    cells = [strike.part, strike.how, *map(str, counts), *(f"{each:.1f}" for each in times)]
    return f"| {' | '.join([*cells, str(found.apologies), f'{result.first_word:.1f}'])} |"


if __name__ == "__main__":
    sys.exit(main())
