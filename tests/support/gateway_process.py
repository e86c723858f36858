"""The gateway as a real process, to be started, killed and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

from scripts.chat import free_port
from tests.support.fake_rasa import SECRET

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 30.0


class GatewayProcess:
    """``python -m bot`` against a fake Bot API and a Rasa; it runs while the block does."""

    def __init__(self, folder: Path, telegram_url: str, token: str, rasa_url: str, **more: str) -> None:
        self.folder, self.log = folder, folder / "gateway.log"
        self.health_port = free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")},
            "TELEGRAM_TOKEN": token,
            "TELEGRAM_API_URL": telegram_url,
            "RASA_URL": rasa_url,
            "CHANNEL_SECRET": SECRET,
            "PSEUDONYM_KEY": "pseudonym-key-for-tests",
            "DATABASE_URL": f"sqlite:///{folder}/gateway.db",
            "DATA_FOLDER": str(folder),
            "HEALTH_PORT": str(self.health_port),
            "PYTHONWARNINGS": "ignore",
            "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
            **more,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> GatewayProcess:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process and self.process.poll() is None:
            self.terminate()

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it is well."""
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + _PATIENCE
        while wait and not self.healthy():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.02)

    @contextmanager
    def started_without_waiting(self) -> Iterator[None]:
        """Runs while the block does, well or not."""
        self.start(wait=False)
        try:
            yield
        finally:
            self.kill()

    def kill(self) -> None:
        """``kill -9``."""
        assert self.process
        self.process.kill()
        self.process.wait()

    def terminate(self, seconds: float = 30.0) -> int:
        """SIGTERM; the exit status."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def healthy(self) -> bool:
        """Whether ``/healthz`` answers 200."""
        try:
            with urlopen(f"http://127.0.0.1:{self.health_port}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def metrics(self) -> str:
        """The page of ``/metrics``."""
        with urlopen(f"http://127.0.0.1:{self.health_port}/metrics", timeout=5) as answer:
            return str(answer.read().decode())

    def said(self) -> str:
        """The log."""
        return self.log.read_text(encoding="utf-8")
