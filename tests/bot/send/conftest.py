"""The real bot class against the fake Bot API, with an outbox of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.face.outgoing import Outgoing
from bot.gateway.pulse import Pulse
from bot.gateway.telegram_bot import TelegramBot
from bot.metrics import Metrics
from bot.send.delivery import Delivery
from bot.store import outbox
from bot.store.database import Database
from tests.support.telegram_server import TelegramServer

ANNA = 7000000011
Send = Callable[..., None]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    yield database
    database.close()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def send(telegram: TelegramServer, database: Database, metrics: Metrics) -> Send:
    """Put messages into the outbox, and send until it is empty."""

    async def run(chat_id: int) -> None:
        bot = TelegramBot(telegram.token, telegram.url, Pulse())
        async with bot:
            await Delivery(bot, database, metrics).flush(chat_id)

    def put_and_send(*messages: Outgoing, chat_id: int = ANNA) -> None:
        database.now(lambda c: outbox.add(c, chat_id, messages, 1.0))
        asyncio.run(run(chat_id))
        assert database.now(outbox.depth) == 0

    return put_and_send
