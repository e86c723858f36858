"""The real Rasa with our channel, and the real action server, on the trained model."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from scripts import chat
from tests.support.fake_rasa import SECRET

MODEL = chat.ROOT / "models" / "companion.tar.gz"
_PATIENCE = 120.0


def healthy(url: str) -> bool:
    """Whether the channel answers and has its model."""
    request = Request(f"{url}/webhooks/companion/", headers={"Authorization": f"Bearer {SECRET}"})
    try:
        with urlopen(request, timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def start(folder: Path, actions_port: int, port: int, *credentials: str) -> subprocess.Popen[bytes]:
    """Start ``rasa run`` with conversations and keys in ``folder``; it is not ready yet."""
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(
        f"action_endpoint:\n  url: http://127.0.0.1:{actions_port}/webhook\n"
        "tracker_store:\n  type: conversations.tracker_store.ConversationStore\n",
        encoding="utf-8",
    )
    python = [sys.executable, "-W", "ignore", "-m"]
    command = [*python, "rasa_channel", "run", "-m", str(MODEL), "--endpoints", str(endpoints)]
    with (folder / "rasa.log").open("ab") as log:
        return subprocess.Popen(
            [*command, "-i", "127.0.0.1", "-p", str(port), *credentials],
            cwd=chat.ROOT,
            env={**os.environ, **chat.QUIET, "LOG_LEVEL": "INFO", "CHANNEL_SECRET": SECRET, "DATA_FOLDER": str(folder)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait until it answers."""
    deadline = time.monotonic() + _PATIENCE
    while not healthy(url):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.2)


@contextmanager
def rasa(folder: Path) -> Iterator[str]:
    """The address of Rasa while the block runs, its action server beside it."""
    actions, port = chat.free_port(), chat.free_port()
    with chat.action_server(actions):
        process = start(folder, actions, port)
        try:
            wait(process, url := f"http://127.0.0.1:{port}", folder / "rasa.log")
            yield url
        finally:
            process.terminate()
            process.wait(20)
