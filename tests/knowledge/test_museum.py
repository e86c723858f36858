"""Each fault an editor can make is named with its file, its line and its mend, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.__main__ import main
from tests.knowledge.tree import BROKEN, Tree, lay_over

PIECES = sorted(path.parent for path in BROKEN.glob("*/expected.txt"))


def _printed(tree: Tree, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["check", *tree.arguments])
    return status, capsys.readouterr().out


def test_the_healthy_tree_has_nothing_to_say(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert _printed(tree, capsys) == (0, "knowledge: 0 faults, 0 warnings\n")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_the_fault_is_named(piece: Path, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    lay_over(tree, piece)
    expected = (piece / "expected.txt").read_text(encoding="utf-8")
    warnings = expected.count(": warning: ")
    faults = expected.count("\n") - warnings
    summary = f"knowledge: {faults} faults, {warnings} warnings\n"
    assert _printed(tree, capsys) == (1 if faults else 0, expected + summary)


def test_every_piece_of_the_museum_says_what_it_expects() -> None:
    folders = {path for path in BROKEN.iterdir() if path.is_dir()}
    assert folders == set(PIECES)
    assert all((piece / "expected.txt").read_text(encoding="utf-8").startswith("healthy/") for piece in PIECES)


def test_faults_of_several_topics_are_named_together(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    pieces = [BROKEN / name for name in ("sentence-without-source", "too-few-sentences", "number-word-not-in-passage")]
    for piece in pieces:
        lay_over(tree, piece)
    expected = sorted((piece / "expected.txt").read_text(encoding="utf-8") for piece in pieces)
    assert _printed(tree, capsys) == (1, "".join(expected) + "knowledge: 3 faults, 0 warnings\n")
