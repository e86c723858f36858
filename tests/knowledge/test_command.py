"""The command tells what is wrong by its exit status and in plain lines, never by a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.__main__ import main
from knowledge.library import HERE, read
from tests.knowledge.tree import BROKEN, Tree, lay_over


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "knowledge", *arguments]
    return subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, timeout=60, check=False)


def test_exit_status_0_when_nothing_is_wrong(tree: Tree) -> None:
    done = _run("check", *tree.arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "knowledge: 0 faults, 0 warnings\n", "")


def test_exit_status_1_for_a_fault(tree: Tree) -> None:
    lay_over(tree, BROKEN / "not-yaml")
    done = _run("check", *tree.arguments)
    expected = (BROKEN / "not-yaml/expected.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (1, expected + "knowledge: 1 faults, 0 warnings\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "no/such/folder"], "no/such/folder is not a folder; name the folder with the source documents"),
        (["check", "--root", "no/such"], "no/such is not a folder; name the folder with the content"),
        (["hash"], "hash needs the folder with the source documents"),
        (["mend"], "invalid choice: 'mend'"),
    ],
)
def test_exit_status_2_for_bad_input(arguments: list[str], says: str) -> None:
    done = _run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_without_documents_it_says_what_was_not_compared(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tree.root)]) == 0
    assert "passages, numbers and copied runs were not compared" in capsys.readouterr().out


def test_a_relative_root_is_named_in_full(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_over(tree, BROKEN / "menu-unknown")
    monkeypatch.chdir(tree.root)
    assert main(["check", "--root", "."]) == 1
    assert capsys.readouterr().out.startswith("healthy/groups.yml:9: ")


def test_hash_prints_what_belongs_into_the_sources(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    passages = read(tree.root).passages
    assert main(["hash", *tree.arguments]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{id_} {passage.sha256}" for id_, passage in passages.items()]


@pytest.mark.parametrize(
    "piece", ["passage-not-found", "document-missing", "document-not-text", "file-missing-sources"]
)
def test_hash_names_what_it_cannot_find(piece: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    lay_over(tree, BROKEN / piece)
    assert main(["hash", *tree.arguments]) == 2
    expected = (BROKEN / piece / "expected.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().err == f"knowledge: {expected}"


def test_an_empty_folder_is_all_missing_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count(": the file is missing; restore it from the repository\n") == 7
