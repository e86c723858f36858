"""The queue keeps first, and every fault is one that polling survives."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.gateway.inbox_queue import InboxQueue, RawUpdate
from bot.metrics import Metrics
from bot.store import inbox
from bot.store.database import Database

BODY = {"update_id": 5, "message": {"chat": {"id": 7}, "a field nobody knows": {"x": [1]}}}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    yield database
    database.close()


class Woken(list[int]):
    """Whom the queue woke."""


def _put(database: Database, body: dict[str, Any], woken: Woken, metrics: Metrics | None = None) -> None:
    queue = InboxQueue(database, metrics or Metrics(), woken.append)
    asyncio.run(queue.put(RawUpdate(5, body)))


def test_when_put_returns_the_update_is_kept_whole_and_its_chat_woken(database: Database) -> None:
    woken = Woken()
    _put(database, BODY, woken)
    (row,) = database.now(lambda c: inbox.waiting(c, 7))
    assert row.body == BODY
    assert woken == [7]


def test_an_update_known_already_wakes_nobody_and_counts_once(database: Database) -> None:
    woken, metrics = Woken(), Metrics()
    _put(database, BODY, woken, metrics)
    _put(database, BODY, woken, metrics)
    assert woken == [7]
    assert 'gateway_updates_total{kind="message"} 1.0' in metrics.page().decode()


@pytest.mark.parametrize("body", [{}, {"update_id": "x"}, {"update_id": 2**80}])
def test_what_cannot_be_kept_is_a_telegram_error(database: Database, body: dict[str, Any]) -> None:
    with pytest.raises(TelegramError):
        _put(database, body, Woken())


def test_a_database_that_is_gone_is_a_telegram_error(database: Database) -> None:
    database.close()
    with pytest.raises(TelegramError):
        _put(database, BODY, Woken())


def test_updates_that_name_no_chat_are_kept_too(database: Database) -> None:
    woken = Woken()
    _put(database, {"update_id": 5, "poll": {"id": "1"}}, woken)
    assert woken == [0]
