"""One process of the topology: started, ended, killed, frozen, started again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.support.services.users import hand_over

_PATIENCE = 300.0
_END_PATIENCE = 30.0
_STEP = 0.05


@dataclass
class Service:
    """``ready`` says whether it answers; ``ends`` is the signal that ends it in order; ``log`` is all it says."""

    name: str
    command: Sequence[str]
    folder: Path
    log: Path
    ready: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None
    ends: signal.Signals = signal.SIGTERM
    url: str = ""
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it answers. The process leads a group, its children with it."""
        self.log.touch()
        hand_over(self.log, self.user)
        who = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                list(self.command),
                cwd=self.folder,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                **who,  # type: ignore[call-overload]
            )
        if wait:
            self.wait()

    def wait(self, seconds: float = _PATIENCE) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + seconds
        while not self.ready():
            assert self.running(), f"{self.name} ended: {self.said()}"
            assert time.monotonic() < deadline, f"{self.name} does not answer: {self.said()}"
            time.sleep(_STEP)

    def ask_to_end(self) -> None:
        """Tell it to end in order; it may take its time."""
        if self.running():
            assert self.process
            self.thaw()
            self.process.send_signal(self.ends)

    def stop(self) -> None:
        """End it in order; by force when it does not."""
        self.ask_to_end()
        if self.process:
            try:
                self.process.wait(_END_PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """``kill -9``, children and all."""
        assert self.process
        self._signal(signal.SIGKILL)
        self.process.wait()

    def freeze(self) -> None:
        """It takes connections, as far as the system does that for it, and answers none."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it was."""
        self._signal(signal.SIGCONT)

    def running(self) -> bool:
        """Whether the process lives, frozen or not."""
        return self.process is not None and self.process.poll() is None

    def said(self) -> str:
        """The log."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def _signal(self, number: signal.Signals) -> None:
        """To the process and all it started: PostgreSQL's servers of connections each lead a group of their own."""
        assert self.process
        with suppress(psutil.NoSuchProcess):
            for one in [self.process, *psutil.Process(self.process.pid).children(recursive=True)]:
                with suppress(psutil.NoSuchProcess, ProcessLookupError):
                    os.kill(one.pid, number)
