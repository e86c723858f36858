"""``python -m evaluation`` fails by its exit status and one plain line, never by a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.__main__ import main
from tests.conftest import quiet

ROOT = Path(__file__).parents[2]
ROW = '{"id": "q1", "turns": ["what is stage MS"]}\n'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a file in a model's place, and rows good and bad."""
    (tmp_path / "model").write_bytes(b"never loaded")
    (tmp_path / "good.jsonl").write_text(ROW, encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text(f"{ROW}nonsense\n", encoding="utf-8")
    (tmp_path / "turnless.jsonl").write_text('{"id": "q1"}\n', encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b'{"turns": ["\xe9"]}')
    return tmp_path


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-m", "evaluation", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("command", [["ask", "good.jsonl", "out.jsonl"], ["say", "hello"], ["report"]])
def test_without_a_model_it_says_how_to_get_one(place: Path, command: list[str]) -> None:
    missing = place / "missing.tar.gz"
    done = _run("--model", str(missing), *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"there is no model at {missing}; run `make train`\n"


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ("bad.jsonl", "{}/bad.jsonl:2: not JSON; write one JSON object a line"),
        ("turnless.jsonl", '{}/turnless.jsonl:1: no turns; write {{"id": "q1", "turns": ["a question"]}}'),
        ("latin.jsonl", "{}/latin.jsonl:1: not UTF-8; save the file as UTF-8"),
        ("none.jsonl", "[Errno 2] No such file or directory: '{}/none.jsonl'"),
        (".", "[Errno 21] Is a directory: '{}'"),
    ],
)
def test_questions_that_cannot_be_asked_are_named(place: Path, questions: str, says: str) -> None:
    target = place / "out.jsonl"
    done = _run("--model", str(place / "model"), "ask", str(place / questions), str(target))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"evaluation: {says.format(place)}\n")
    assert not target.exists()


def test_an_answers_file_that_cannot_be_written_is_named(place: Path) -> None:
    target = place / "no" / "out.jsonl"
    done = _run("--model", str(place / "model"), "ask", str(place / "good.jsonl"), str(target))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"evaluation: [Errno 2] No such file or directory: '{target}'\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "required: command"),
        (["guess"], "invalid choice: 'guess'"),
        (["ask", "in.jsonl"], "required: answers"),
        (["--processes", "0", "report"], "'0' is not a number from 1"),
        (["--processes", "two", "report"], "'two' is not a number from 1"),
    ],
)
def test_a_command_that_is_none_is_told_with_the_usage(arguments: list[str], says: str) -> None:
    done = _run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m evaluation")
    assert says in done.stderr.splitlines()[-1]


def test_a_file_that_is_no_model_is_named_without_a_traceback(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation", "--model", str(place / "model"), "say", "hello"])
    with quiet():
        assert main() == 2  # in this process, which has Rasa already: a process of its own takes seconds to import it
    out, told = capfd.readouterr()
    assert out == ""
    assert told.splitlines()[-1] == f"evaluation: {place / 'model'} is not a trained model; run `make train`"
    assert "Traceback" not in told
