"""The gateway as a real process, to be started, killed and started again."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

from scripts.chat import free_port
from tests.support.fake_rasa import SECRET

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 30.0
# Each gateway is forked from a process that has imported and read what it needs: that alone takes it seconds.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.support.gateway_read"])


def _run(environment: Mapping[str, str], log: Path) -> None:
    """What ``python -m bot`` does, in the process that was forked."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    from bot.__main__ import main

    sys.exit(main([]))


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
            **more,
        }
        self.process: ForkServerProcess | None = None

    def __enter__(self) -> GatewayProcess:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process and self.process.is_alive():
            self.kill()

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it is well."""
        self.process = _FORKS.Process(target=_run, args=(dict(self.environment), self.log), daemon=True)
        self.process.start()
        deadline = time.monotonic() + _PATIENCE
        while wait and not self.healthy():
            assert self.process.is_alive(), self.said()
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
        self.process.join()

    def terminate(self, seconds: float = 30.0) -> int:
        """SIGTERM; the exit status."""
        assert self.process
        self.process.terminate()
        return self.ended(seconds)

    def ended(self, seconds: float) -> int:
        """The exit status, once it ends by itself."""
        assert self.process
        self.process.join(seconds)
        assert self.process.exitcode is not None, f"it has not ended in {seconds:g} s"
        return self.process.exitcode

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
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""
