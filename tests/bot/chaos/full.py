"""The whole storm, for minutes, so by ``make chaos`` only: 1,000 updates from 50 chats on the real Rasa and actions."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from scripts import chat
from tests.bot.chaos.storm import FIRST_CHAT, Report, Storm, lock
from tests.support import rasa_process
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

CALM = FIRST_CHAT - 1
GATEWAY_KILLS = 10
QUESTIONS = (
    *("what does stage MS mean", "what is stage L1", "what is an mibg scan", "what is chemotherapy"),
    *("what are the risk groups", "what is high risk", "what is MYCN", "what causes neuroblastoma"),
    *("is it inherited", "what is a biopsy", "what is immunotherapy", "what is dinutuximab"),
    *("what is a stem cell transplant", "what is radiation therapy", "what is surgery like", "what is stage M"),
    *("what are the late effects", "what happens after treatment", "what is a clinical trial", "what is a relapse"),
)


class Servers:
    """Rasa and the action server, each of which can be killed and comes again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.actions_port, self.port = folder, chat.free_port(), chat.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.actions = self._start_actions()
        self.rasa = rasa_process.start(folder, self.actions_port, self.port)
        rasa_process.wait(self.rasa, self.url, folder / "rasa.log")

    def _start_actions(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "ignore", "-m", "rasa_sdk", "--actions", "actions"]
        environment = {**os.environ, **chat.QUIET, "SANIC_HOST": "127.0.0.1"}
        with (self.folder / "actions.log").open("ab") as log:
            return subprocess.Popen(
                [*command, "--port", str(self.actions_port)], cwd=chat.ROOT, env=environment, stdout=log, stderr=log
            )

    def kill_actions(self) -> None:
        self.actions.kill()
        self.actions.wait()
        self.actions = self._start_actions()

    def kill_rasa(self) -> None:
        self.rasa.kill()
        self.rasa.wait()
        self.rasa = rasa_process.start(self.folder, self.actions_port, self.port)

    def stop(self) -> None:
        for process in (self.rasa, self.actions):
            process.kill()
            process.wait()


def test_nothing_is_lost_nothing_out_of_order_and_at_most_one_repeat_a_kill(tmp_path: Path) -> None:
    servers = Servers(tmp_path)
    try:
        with (
            TelegramServer() as telegram,
            GatewayProcess(tmp_path, telegram.url, telegram.token, servers.url, CHAT_LIMIT="10000") as gateway,
        ):
            report = _blow(telegram, gateway, servers)
    finally:
        servers.stop()
    print(f"\n{report}")
    assert (report.lost, report.disordered) == (0, 0), report
    assert report.repeated <= GATEWAY_KILLS, report


def _blow(telegram: TelegramServer, gateway: GatewayProcess, servers: Servers) -> Report:
    def kill_gateway() -> None:
        gateway.kill()
        gateway.start(wait=False)

    def lock_database() -> None:
        threading.Thread(target=lock, args=(gateway.folder / "gateway.db", 2.0)).start()

    return Storm(telegram, QUESTIONS, _calm(telegram), seed=4).blow(
        chats=50,
        mischief={
            "gateway killed": (GATEWAY_KILLS, kill_gateway),
            "Rasa killed": (3, servers.kill_rasa),
            "actions killed": (4, servers.kill_actions),
            "database locked": (3, lock_database),
            "429": (10, lambda: telegram.fail("sendMessage", status=429, retry_after=2) and None),
            "500": (10, lambda: telegram.fail("sendMessage", status=500) and None),
        },
        pause=0.05,
    )


def _calm(telegram: TelegramServer) -> list[str]:
    """What a chat is told when nothing goes wrong."""
    for number, question in enumerate(QUESTIONS):
        telegram.write(CALM, question)
        telegram.wait_for_messages(number + 1, CALM, seconds=60)
    time.sleep(1)
    texts = telegram.texts(CALM)
    assert len(set(texts)) == len(texts) == len(QUESTIONS), "each question must have one answer of its own"
    return texts
