"""Talk with the assistant in the Rasa shell: starts the action server, and stops it on the way out."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tqdm import tqdm

ROOT = Path(__file__).parent.parent
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "LOG_LEVEL": "WARNING",
}
_PATIENCE = 60.0
_USUAL_SECONDS = 4
_STEP = 0.2
_LOOK = 1.0


class NotStarted(RuntimeError):
    """The action server did not come up."""


def free_port() -> int:
    """A port of this machine nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _healthy(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health", timeout=1) as answer:  # nosec B310  # loopback
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    with tqdm(total=_USUAL_SECONDS, desc="starting the actions", bar_format="{desc:<45} {bar} {elapsed}") as bar:
        while not _healthy(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise NotStarted(f"the action server did not start; the reason stands in {log}")
            time.sleep(_STEP)
            bar.update(min(_STEP, _USUAL_SECONDS - bar.n))
        bar.update(_USUAL_SECONDS - bar.n)


@contextmanager
def action_server(port: int) -> Iterator[Callable[[], None]]:
    """Run the action server on ``port`` while the block runs; the block gets what waits for it (raises NotStarted)."""
    log = ROOT / "models" / "actions.log"
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    environment = {**os.environ, **QUIET, "SANIC_HOST": "127.0.0.1"}
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True)
        try:
            yield lambda: _wait(server, port, log.relative_to(ROOT))
        finally:
            _stop(server)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()


def endpoints_for(actions: str) -> str:
    """Rasa's endpoints: our own, with the action server at ``actions``."""
    return (ROOT / "endpoints.yml").read_text(encoding="utf-8").replace("http://127.0.0.1:5055", actions)


def _shell(port: int, wait_for_actions: Callable[[], None]) -> int:
    """Run ``rasa shell`` with our actions; what it grumbles about goes to a log. The exit status is the shell's.

    Both start at once: the shell needs longer. Raises NotStarted when the actions do not come. However it is left,
    the shell ends with it.
    """
    log = ROOT / "models" / "shell.log"
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as endpoints, log.open("wb") as grumbles:
        endpoints.write(endpoints_for(f"http://127.0.0.1:{port}"))
        endpoints.flush()
        command = [sys.executable, "-m", "rasa", "shell", "--endpoints", endpoints.name, "--port", str(free_port())]
        shell = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **QUIET}, stderr=grumbles)
        try:
            wait_for_actions()
            print("Loading the model (about 10 s). Type /stop to leave.", flush=True)
            status = _ended(shell)
        finally:
            _stop(shell)
    if status > 0:
        print(f"The shell stopped; the reason stands in {log.relative_to(ROOT)}", file=sys.stderr)
    return status


def _ended(shell: subprocess.Popen[bytes]) -> int:
    while not _hung_up():
        try:
            return shell.wait(_LOOK)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):  # Ctrl-C reaches the shell itself, which then ends
            continue
    return 0


def _hung_up() -> bool:
    """Whether the terminal is gone. Of that only the first process in it is told, which may be make."""
    try:
        os.tcgetpgrp(0)
    except OSError as error:
        return error.errno == errno.EIO
    return False


_ENDS = (signal.SIGHUP, signal.SIGTERM)  # the terminal was closed: leave as if by the door


def _leave(number: int, _frame: object) -> None:
    for also in _ENDS:  # a terminal's end is told more than once, and must not break off the tidying
        signal.signal(also, signal.SIG_IGN)
    sys.exit(128 + number)


def main() -> int:
    """Run the shell; the exit status is the shell's, or 1 when the actions did not start."""
    for number in _ENDS:
        signal.signal(number, _leave)
    port = free_port()
    try:
        with action_server(port) as wait_for_actions:
            return _shell(port, wait_for_actions)
    except NotStarted as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
