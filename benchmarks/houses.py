"""What is measured, started: our Rasa, our gateway before it, and Rasa's own connector with our model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.over_http import OverOurChannel
from benchmarks.over_telegram import Heard, OverBuiltin, OverGateway
from benchmarks.processes import running
from scripts.chat import endpoints_for, free_port
from scripts.telegram import MODEL, answers
from tests.support.fake_rasa import SECRET
from tests.support.gateway_process import GatewayProcess
from tests.support.rasa_process import healthy
from tests.support.telegram_server import TelegramServer
from tests.support.telegram_server.handler import ME

# A gateway that waits: an apology would be clocked as an answer.
PATIENT = {"CHAT_LIMIT": "10000", "RASA_DEADLINE": "60"}
LEAN = ("rasa_channel",)


@dataclass(frozen=True)
class Served:
    """A Rasa with our model: its address, its process, and the folder of its database and keys."""

    url: str
    pid: int
    folder: Path

    @property
    def asker(self) -> OverOurChannel:
        """Asks it directly."""
        return OverOurChannel(self.url)


@contextmanager
def actions(folder: Path) -> Iterator[str]:
    """The address of an action server."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = ["rasa_sdk", "--actions", "actions", "--port", str(port)]
    with running(command, folder / "actions.log", lambda: answers(f"{url}/health", {}), {"SANIC_HOST": "127.0.0.1"}):
        yield url


@contextmanager
def rasa(folder: Path, actions_url: str, module: Sequence[str] = LEAN) -> Iterator[Served]:
    """Our model served by ``python -m module run``. Raises NotThere."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = _run(folder, actions_url, port, "credentials.yml", module)
    settings = {"CHANNEL_SECRET": SECRET, "DATA_FOLDER": str(folder)}
    with running(command, folder / "rasa.log", lambda: healthy(url), settings) as process:
        yield Served(url, process.pid, folder)


def _run(folder: Path, actions_url: str, port: int, credentials: str, module: Sequence[str]) -> list[str]:
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(endpoints_for(actions_url), encoding="utf-8")
    files = ["--endpoints", str(endpoints), "--credentials", credentials]
    return [*module, "run", "-m", str(MODEL), *files, "-i", "127.0.0.1", "-p", str(port)]


@contextmanager
def gateway(folder: Path, rasa_url: str) -> Iterator[OverGateway]:
    """Our gateway before a Rasa."""
    telegram, heard = _telegram()
    with telegram, GatewayProcess(folder, telegram.url, telegram.token, rasa_url, **PATIENT):
        yield OverGateway(telegram, heard)


@contextmanager
def builtin(folder: Path, actions_url: str) -> Iterator[OverBuiltin]:
    """Rasa as it comes, with its own Telegram connector and our model."""
    telegram, heard = _telegram()
    port = free_port()
    hook = f"http://127.0.0.1:{port}/webhooks/telegram/webhook"
    fields = {"access_token": telegram.token, "verify": ME["username"], "webhook_url": hook}
    lines = "".join(f'  {name}: "{value}"\n' for name, value in fields.items())
    credentials = folder / "builtin.yml"
    credentials.write_text(f"benchmarks.builtin.BuiltinTelegram:\n{lines}", encoding="utf-8")
    command = _run(folder, actions_url, port, str(credentials), ("rasa",))
    settings = {"TELEGRAM_API_URL": telegram.url, "DATA_FOLDER": str(folder)}
    ready = lambda: answers(f"http://127.0.0.1:{port}/webhooks/telegram/", {})  # noqa: E731
    with telegram, running(command, folder / "rasa.log", ready, settings):
        yield OverBuiltin(hook, heard)


def _telegram() -> tuple[TelegramServer, Heard]:
    server, heard = TelegramServer(), Heard()
    server.state = heard
    return server, heard


def folder(root: Path, name: str) -> Path:
    """A folder of its own for each house."""
    made = root / name
    made.mkdir(parents=True, exist_ok=True)
    return made
