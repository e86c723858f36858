"""The shell as a tester has it: through a terminal, with its own action server, leaving nothing behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from scripts import chat
from tests.scripts.processes import child
from tests.support.console_process import Browser, ConsoleProcess, soon

PATIENCE = 120
DOWN, ENTER = "\x1b[B", "\r"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what is said is kept."""
    return tmp_path_factory.mktemp("shell")


@pytest.fixture(scope="module")
def shell(folder: Path) -> Iterator[pexpect.spawn]:
    terminal = pexpect.spawn(
        sys.executable,
        ["-W", "ignore", "-m", "scripts.chat"],
        cwd=str(chat.ROOT),
        env={**os.environ, "DATA_FOLDER": str(folder)},
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(60, 120),
    )
    terminal.expect("Your input ->")
    yield terminal
    terminal.close(force=True)


def test_a_question_is_answered_and_buttons_work(shell: pexpect.spawn) -> None:
    shell.send("what does stage MS mean" + ENTER)
    shell.expect("younger than 18 months")
    shell.expect("Source: National Cancer Institute")
    shell.expect("Ask your doctor")
    shell.expect("Type out your own message")
    shell.send(DOWN + ENTER)
    shell.expect("Treatment of stage")
    shell.expect("Type out your own message")
    shell.send("\x1b[A" + ENTER)
    shell.expect("Your input ->")


def test_what_is_asked_is_in_the_console_two_seconds_after_its_answer_and_names_nobody(
    shell: pexpect.spawn, folder: Path
) -> None:
    with ConsoleProcess(folder) as console, Browser(console.url) as moderator:
        moderator.come_in(console.link())
        shell.send("my daughter Wilhelmina needs an MIBG scan, what is that" + ENTER)
        shell.expect("Ask your doctor")
        soon(lambda: moderator.turn("my daughter <NAME> needs an MIBG scan"), 2.0)
        assert "Wilhelmina" not in moderator.see("/?state=all")
    shell.expect("Type out your own message")
    shell.send("\x1b[A" + ENTER)
    shell.expect("Your input ->")


def test_leaving_leaves_nothing_running(shell: pexpect.spawn) -> None:
    actions = child(shell.pid, "rasa_sdk")
    shell.send("/stop" + ENTER)
    shell.expect(pexpect.EOF)
    assert "Traceback" not in str(shell.before)
    shell.wait()
    assert shell.exitstatus == 0
    assert not Path(f"/proc/{actions}").exists()


def _started_by(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [found for child in map(int, children) for found in (child, *_started_by(child))]


def test_a_terminal_that_is_closed_leaves_nothing_running() -> None:
    arguments = ["-W", "ignore", "-m", "scripts.chat"]
    terminal = pexpect.spawn(sys.executable, arguments, cwd=str(chat.ROOT), encoding="utf-8", timeout=PATIENCE)
    terminal.expect("Loading the model")
    running = _started_by(terminal.pid)
    assert len(running) >= 2  # the action server and the shell
    for ending in (signal.SIGHUP, signal.SIGTERM):  # the terminal and make both tell of the end
        os.kill(terminal.pid, ending)
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert [pid for pid in running if Path(f"/proc/{pid}").exists()] == []


def test_a_terminal_whose_end_nobody_tells_leaves_nothing_running() -> None:
    house = f"trap : HUP; {sys.executable} -W ignore -m scripts.chat; true"
    terminal = pexpect.spawn("sh", ["-c", house], cwd=str(chat.ROOT), encoding="utf-8", timeout=PATIENCE)
    terminal.expect("Loading the model")
    running = _started_by(terminal.pid)
    assert len(running) >= 3  # the script, the action server and the shell
    os.close(terminal.child_fd)
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in running):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_server_that_cannot_start_is_one_line_and_ends_the_shell(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chat, "_healthy", lambda _port: False)
    monkeypatch.setattr(chat, "_PATIENCE", 0.0)
    assert chat.main() == 1
    out, told = capfd.readouterr()
    assert "Your input" not in out
    assert "the action server did not start; the reason stands in models/actions.log" in told
    assert "Traceback" not in told
