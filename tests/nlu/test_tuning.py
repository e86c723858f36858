"""The encoder is taught with every line but those kept apart, and learns."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from nlu.domain import ROOT
from nlu.encoder import weights
from nlu.encoder.tuning.__main__ import batches, shares
from nlu.encoder.tuning.lines import Line, Lines
from nlu.encoder.tuning.network import Network
from nlu.in_context.apart import kept_apart

FOLLOW_UPS = (
    "and is it loud",
    "how long is that",
    "and for babies",
    "then what",
    "who does it",
    "does that hurt",
    "a scan",
)


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    """The lines of a small project, by task."""
    return Lines(_project(tmp_path_factory.mktemp("project"))).tasks()


def _project(folder: Path) -> Path:
    lines = "\n".join(f"    - tests.ct > {text}" for text in FOLLOW_UPS)
    files = {
        "nlu/questions/tests.yml": "nlu:\n- intent: tests.ct\n  examples: |\n    - what is a CT\n    - ct scan?\n",
        "nlu/follow_ups/tests.yml": f"nlu:\n- intent: tests.mri\n  examples: |\n{lines}\n",
        "safety/must_hit/emergency.txt": "he cannot breathe\nhis lips are blue\nshe wont wake up\n",
        "safety/must_not_hit/emergency.txt": "what is breathing\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_lines_kept_apart_are_not_taught(tasks: dict[str, list[Line]]) -> None:
    taught = {line.text for line in tasks["follow_ups"]}
    assert taught == {text for text in FOLLOW_UPS if not kept_apart(text)}
    assert 0 < len(taught) < len(FOLLOW_UPS)


def test_a_follow_up_is_read_with_what_was_said_and_a_question_alone(tasks: dict[str, list[Line]]) -> None:
    assert {line.before for line in tasks["follow_ups"]} == {"ct scan"}
    assert {line.before for line in (*tasks["topics"], *tasks["safety"])} == {None}
    assert {meant for line in tasks["safety"] for meant in line.meant} == {"emergency", "harmless"}


def test_a_sixth_of_the_real_lines_is_kept_apart() -> None:
    lines = (ROOT / "safety" / "must_hit" / "emergency.txt").read_text(encoding="utf-8").splitlines()
    assert np.mean([kept_apart(line) for line in lines]) == pytest.approx(1 / 6, abs=0.05)


def test_batches_hold_every_line_once_and_one_task_each() -> None:
    tasks = {name: [Line(f"{name} {number}", (name,)) for number in range(150)] for name in ("topics", "safety")}
    made = list(batches(tasks, random.Random(1)))
    every = sorted(line.text for lines in tasks.values() for line in lines)
    assert sorted(line.text for _, lines in made for line in lines) == every
    assert all(line.meant == (task,) for task, lines in made for line in lines)


def test_fair_meanings_share_one() -> None:
    found = shares([Line("a", ("x", "y")), Line("b", ("y",))], {"x": 0, "y": 1})
    np.testing.assert_array_equal(found, [[0.5, 0.5], [0, 1]])


def test_the_network_learns_and_tells_what_moved() -> None:
    network = Network(weights.folder(), {"topics": 2}, steps=40)
    texts, meant = ["is it loud", "thank you"], np.eye(2, dtype=np.float32)
    losses = [network.learn("topics", texts, meant) for _ in range(6)]
    assert losses[-1] < losses[0] == pytest.approx(np.log(2), abs=1e-3)
    changes = network.changes()
    assert "layer_._0/attention/self/query/kernel" in changes
    assert max(np.abs(change).max() for change in changes.values()) > 0
