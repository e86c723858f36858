"""Everything a family needs, on one machine: the action server, Rasa, the gateway; what ends is started again."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from environment.setting import SettingError, given
from scripts.chat import QUIET, ROOT, endpoints_for

DATA = ROOT / "data"
MODEL = ROOT / "models" / "companion.tar.gz"
_OWN_SECRETS = ("CHANNEL_SECRET", "PSEUDONYM_KEY")
_IN_FILES = tuple(f"{name}_FILE" for name in _OWN_SECRETS)
_PATIENCE, _STEP, _END_PATIENCE = 120.0, 0.2, 30.0
_FIRST_WAIT, _MOST_WAIT = 1.0, 30.0
_REFUSED = (1, 2)  # how the gateway ends when a setting is wrong: starting it again would not help


@dataclass
class Part:
    """One process. ``ready`` says whether it answers; ``log`` is None for the terminal."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    log: Path | None = None
    ready: Callable[[], bool] = lambda: True
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    began: float = field(default=0.0, init=False)

    def start(self) -> None:
        """Start the process in a group of its own, so that Ctrl-C reaches it through us only."""
        out = self.log.open("ab") if self.log else None
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=dict(self.environment), stdout=out, stderr=out, start_new_session=True
        )
        self.began = time.monotonic()
        if out:
            out.close()

    def stop(self) -> None:
        """End it in order; by force when it does not."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(_END_PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def own_secrets(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The secrets that are ours to make: those of the environment, else those kept in ``folder``, else new ones."""
    told = {name: given(name, environment) for name in _OWN_SECRETS}
    found = {name: value for name, value in told.items() if value}
    folder.mkdir(parents=True, exist_ok=True)
    for name in _OWN_SECRETS:
        if name not in found:
            found[name] = _kept(folder / name.lower())
    return found


def _kept(path: Path) -> str:
    if not path.exists():
        with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii").strip()


def parts(environment: Mapping[str, str], folder: Path, model: Path) -> list[Part]:
    """The action server, Rasa and the gateway, in the order they are started."""
    others = {name: value for name, value in environment.items() if name not in _IN_FILES}
    told = {**others, **own_secrets(environment, folder), "DATA_FOLDER": str(folder)}
    rasa = told.setdefault("RASA_URL", "http://127.0.0.1:5005")
    actions = told.setdefault("ACTIONS_URL", "http://127.0.0.1:5055")
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(endpoints_for(actions), encoding="utf-8")
    quiet = {**told, **QUIET, "SANIC_HOST": "127.0.0.1"}
    python = [sys.executable, "-W", "ignore", "-m"]
    run = ["-i", "127.0.0.1", "-p", _port(rasa), "--endpoints", str(endpoints), "--credentials", "credentials.yml"]
    own_file = {} if given("DATABASE_URL", told) else {"DATABASE_URL": f"sqlite:///{folder}/gateway.db"}
    secret = {"Authorization": f"Bearer {told['CHANNEL_SECRET']}"}
    return [
        Part(
            "the actions",
            [*python, "rasa_sdk", "--actions", "actions", "--port", _port(actions)],
            quiet,
            folder / "actions.log",
            lambda: answers(f"{actions}/health", {}),
        ),
        Part(
            "Rasa",
            [*python, "rasa_channel", "run", "-m", str(model), *run],
            quiet,
            folder / "rasa.log",
            lambda: answers(f"{rasa}/webhooks/companion/", secret),
        ),
        Part("the gateway", [*python, "bot"], {**told, **own_file, "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}),
    ]


def _port(url: str) -> str:
    return str(urlsplit(url).port or 80)


def answers(url: str, headers: Mapping[str, str]) -> bool:
    """Whether ``url`` answers 200."""
    try:
        with urlopen(Request(url, headers=dict(headers)), timeout=2) as answer:  # nosec B310  # settings check it
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


class Supervisor:
    """Starts the parts one after the other, and each again when it ends, until it is told to stop."""

    def __init__(self, house: list[Part], stop: threading.Event) -> None:
        """``house`` is in the order of starting."""
        self._house, self._stop = house, stop
        self._waits = dict.fromkeys((part.name for part in house), _FIRST_WAIT)

    def run(self) -> int:
        """Run until ``stop``; the exit status is the gateway's when it refuses its settings."""
        try:
            for part in self._house:
                if not self._begin(part):
                    return 0 if self._stop.is_set() else 1
            return self._watch()
        finally:
            for part in reversed(self._house):
                part.stop()

    def _begin(self, part: Part) -> bool:
        """Start a part and wait until it answers; false when it does not."""
        print(f"Starting {part.name} ...", flush=True)
        part.start()
        deadline = time.monotonic() + _PATIENCE
        while not part.ready():
            ended = part.process is not None and part.process.poll() is not None
            if ended or time.monotonic() > deadline:
                print(f"{part.name} did not start; the reason stands in {part.log}", file=sys.stderr)
                return False
            if self._stop.wait(_STEP):
                return False
        return True

    def _watch(self) -> int:
        while not self._stop.wait(_STEP):
            for part in self._house:
                status = part.process.poll() if part.process else None
                if status is None:
                    continue
                if part.log is None and status in _REFUSED:
                    return status
                self._again(part, status)
        return 0

    def _again(self, part: Part, status: int) -> None:
        """Start a part that ended; longer between two starts the more often it ends at once."""
        lived = time.monotonic() - part.began
        wait = self._waits[part.name] = (
            _FIRST_WAIT if lived > _MOST_WAIT else min(_MOST_WAIT, self._waits[part.name] * 2)
        )
        print(f"{part.name} ended (status {status}) and is started again in {wait:.0f} s", file=sys.stderr, flush=True)
        if not self._stop.wait(wait):
            part.start()


def main() -> int:
    """Run the house; the exit status is 0 after Ctrl-C or SIGTERM."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    folder = ROOT / (os.environ.get("DATA_FOLDER", "").strip() or DATA)
    try:
        house = parts(os.environ, folder, MODEL)
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    return Supervisor(house, stop).run()


if __name__ == "__main__":
    sys.exit(main())
