"""``python -m benchmarks.telegram``: the gateway beside Rasa's built-in Telegram connector, same model, one run."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.clocked import Clock, Times
from scripts import chat
from tests.support import rasa_process
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer
from tests.support.telegram_server.handler import ME

P50, P95, GROWTH, MEMORY = 45.0, 90.0, 1.25, 120.0


@contextmanager
def _builtin(telegram: TelegramServer, folder: Path) -> Iterator[None]:
    actions, port = chat.free_port(), chat.free_port()
    hook = f"http://127.0.0.1:{port}/webhooks/telegram/webhook"
    credentials = folder / "builtin.yml"
    fields = {"access_token": telegram.token, "verify": ME["username"], "webhook_url": hook}
    lines = "".join(f'  {name}: "{value}"\n' for name, value in fields.items())
    credentials.write_text(f"benchmarks.builtin.BuiltinTelegram:\n{lines}", encoding="utf-8")
    os.environ["TELEGRAM_API_URL"] = telegram.url
    with chat.action_server(actions):
        process = rasa_process.start(folder, actions, port, "--credentials", str(credentials))
        try:
            telegram.wait(lambda: bool(telegram.state.webhook), 120)
            yield
        finally:
            process.terminate()
            process.wait(20)


def _memory(process: GatewayProcess) -> float:
    """Resident memory in MB."""
    assert process.process
    status = Path(f"/proc/{process.process.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _ours(chats: int, long: int) -> tuple[Times, float]:
    folder = Path(tempfile.mkdtemp())
    with (
        rasa_process.rasa(folder) as url,
        TelegramServer() as telegram,
        GatewayProcess(folder, telegram.url, telegram.token, url, CHAT_LIMIT="10000") as gateway,
    ):
        return Clock(telegram).measure(chats, long), _memory(gateway)


def _theirs(chats: int, long: int) -> Times:
    with TelegramServer() as telegram, _builtin(telegram, Path(tempfile.mkdtemp())):
        return Clock(telegram).measure(chats, long)


def _line(name: str, ours: str, theirs: str, aim: str) -> str:
    return f"{name:<34} {ours:>12} {theirs:>12} {aim:>12}"


def main() -> None:
    """Print the table. Load of other work on the machine is printed, for it moves every figure."""
    options = argparse.ArgumentParser()
    options.add_argument("--chats", type=int, default=50, help="chats of four messages")
    options.add_argument("--long", type=int, default=400, help="messages of the long chat")
    options.add_argument("--ours", action="store_true", help="the gateway only")
    chosen = options.parse_args()
    ours, memory = _ours(chosen.chats, chosen.long)
    theirs = None if chosen.ours else _theirs(chosen.chats, chosen.long)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(_line("", "gateway", "built-in", "aim"))
    for name, of, aim in (
        ("reply, median (ms)", lambda times: times.p50, f"<= {P50:.0f}"),
        ("reply, 95th percentile (ms)", lambda times: times.p95, f"<= {P95:.0f}"),
        ("message 4 (ms)", lambda times: times.fourth, ""),
        (f"message {chosen.long} (ms)", lambda times: times.late, ""),
        (f"message {chosen.long} / message 4", lambda times: times.late / times.fourth, f"<= {GROWTH}"),
    ):
        print(_line(name, f"{of(ours):.2f}", f"{of(theirs):.2f}" if theirs else "-", aim))
    print(_line("memory of the gateway (MB)", f"{memory:.0f}", "-", f"< {MEMORY:.0f}"))


if __name__ == "__main__":
    main()
