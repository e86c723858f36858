"""The server that stands for Telegram delivers as Telegram does."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from tests.support.telegram_server import TelegramServer, webhooks


def test_a_delivery_that_nobody_answers_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "_PATIENCE", 0.2)
    with TelegramServer() as telegram, closing(socket.create_server(("127.0.0.1", 0))) as silent:
        silent.settimeout(20)
        telegram.state.webhook = {"url": f"http://127.0.0.1:{silent.getsockname()[1]}/hook"}
        telegram.write(5, "hello")
        for line in [silent.accept()[0] for _ in range(2)]:
            line.close()
