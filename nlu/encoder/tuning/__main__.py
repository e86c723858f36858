"""``python -m nlu.encoder.tuning``: teach the encoder our lines, and store what changed (half an hour)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tqdm import tqdm

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from nlu.encoder import adapter, weights
from nlu.encoder.tuning.lines import Line, Lines
from nlu.encoder.tuning.network import Network

ROUNDS, RANK = 2, 32
_BATCH, _SORTED = 64, 1_024
_Batch = tuple[str, list[Line]]


def batches(tasks: dict[str, list[Line]], chance: random.Random) -> Iterator[_Batch]:
    """Every line once, in batches of one task and of like lengths, in any order."""
    made: list[_Batch] = []
    for task, lines in tasks.items():
        shuffled = chance.sample(lines, len(lines))
        for at in range(0, len(shuffled), _SORTED):
            some = sorted(shuffled[at : at + _SORTED], key=lambda line: len(line.text) + len(line.before or ""))
            made += [(task, some[start : start + _BATCH]) for start in range(0, len(some), _BATCH)]
    yield from chance.sample(made, len(made))


def shares(lines: list[Line], at: dict[str, int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """What each line means, shape (lines, meanings); several fair meanings share."""
    found = np.zeros((len(lines), len(at)), np.float32)
    for row, line in enumerate(lines):
        for meaning in line.meant:
            found[row, at[meaning]] += 1 / len(line.meant)
    return found


def _places(lines: list[Line]) -> dict[str, int]:
    return {meaning: at for at, meaning in enumerate(sorted({m for line in lines for m in line.meant}))}


def main() -> None:
    """Tune with all lines, ``ROUNDS`` times."""
    tasks = Lines(Path()).tasks()
    at = {task: _places(lines) for task, lines in tasks.items()}
    chance = random.Random(0)
    every = [batch for _ in range(ROUNDS) for batch in batches(tasks, chance)]
    network = Network(weights.folder(), {task: len(meanings) for task, meanings in at.items()}, len(every))
    losses: dict[str, float] = {}
    with tqdm(every, desc="tuning the encoder") as bar:
        for task, lines in bar:
            texts = [(line.before, line.text) if line.before else line.text for line in lines]
            loss = network.learn(task, texts, shares(lines, at[task]))
            losses[task] = 0.98 * losses.get(task, loss) + 0.02 * loss
            bar.set_postfix({name: f"{value:.2f}" for name, value in losses.items()}, refresh=False)
    adapter.save(network.changes(), RANK)
    size, count = adapter.ADAPTER.stat().st_size / 1e6, sum(map(len, tasks.values()))
    print(f"{adapter.ADAPTER.name}: {size:.1f} MB, from {count} lines")


if __name__ == "__main__":
    main()
