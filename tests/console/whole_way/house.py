"""All that runs in life, on one data folder: Telegram's server (a fake one), gateway, Rasa, actions, console."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.gateway.pseudonym import pseudonym
from tests.support.console_process import Browser, ConsoleProcess, soon
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

PSEUDONYM_KEY = "pseudonym-key-for-tests"
PATIENCE = 180.0  # seconds for a busy machine, where nothing is promised


@dataclass(frozen=True)
class House:
    """``folder`` holds every database, key, log and export; ``moderator`` is the first administrator."""

    folder: Path
    telegram: TelegramServer
    moderator: Browser

    def ask(self, chat: int, text: str) -> str:
        """A family writes; the answer, once it is there."""
        before = len(self.telegram.sent(chat))
        self.telegram.write(chat, text)
        return self.telegram.wait_for_messages(before + 1, chat, PATIENCE)[-1].text

    def press(self, chat: int, data: str) -> str:
        """A family presses a button; the answer."""
        before = len(self.telegram.sent(chat))
        self.telegram.press(chat, data)
        return self.telegram.wait_for_messages(before + 1, chat, PATIENCE)[-1].text

    def consent(self, chat: int) -> None:
        """The family says yes to learning."""
        answered = len(self.telegram.state.calls)
        self.telegram.press(chat, "y|yes")
        self.telegram.wait(lambda: len(self.telegram.state.calls) > answered, PATIENCE)
        soon(lambda: "may be learned from" in self.moderator.see(f"/conversations/{conversation(chat)}/"), PATIENCE)

    def corrected(self, turn: str, line: str, meant: str) -> str:
        """The moderator corrects a turn and exports; the patch."""
        self.moderator.send(f"/turns/{turn}/correct/", kind="example", text=line, meant=meant)
        assert line in self.moderator.see("/corrections/")
        return self.moderator.send("/corrections/export/")


def conversation(chat: int) -> str:
    """What a chat is called where talk is kept."""
    return pseudonym(PSEUDONYM_KEY, chat)


def apply(patch: str, folder: Path) -> None:
    """Put a patch into a copy of the tree. Raises CalledProcessError where it does not fit."""
    subprocess.run(["git", "apply", "-"], cwd=folder, input=patch.encode(), check=True)


@contextmanager
def house(folder: Path, rasa_url: str) -> Iterator[House]:
    """The house while the block runs; Rasa, which keeps its data in ``folder`` too, is given."""
    with (
        TelegramServer() as telegram,
        GatewayProcess(folder, telegram.url, telegram.token, rasa_url, RASA_DEADLINE="60"),
        ConsoleProcess(folder, PSEUDONYM_KEY=PSEUDONYM_KEY) as console,
        Browser(console.url) as moderator,
    ):
        moderator.come_in(console.link())
        yield House(folder, telegram, moderator)
