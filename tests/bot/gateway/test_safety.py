"""The screen comes before everything: when Rasa is away, when a chat writes too much, and beside commands."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.gateway import turns
from bot.gateway.lanes import Lanes
from bot.gateway.limit import Limit
from bot.gateway.pulse import Pulse
from bot.gateway.rasa import Rasa
from bot.gateway.telegram_bot import TelegramBot
from bot.gateway.work import Work
from bot.metrics import Metrics
from bot.send.delivery import Delivery
from bot.store import chats, inbox
from bot.store.database import Database
from tests.support.fake_rasa import SECRET, FakeRasa
from tests.support.telegram_server import TelegramServer

ANNA = 7000000011
REPLY = "Call 999 <now> & stay"


def screen(text: str, country: str | None, /) -> str | None:
    """Finds breathing, and knows one country."""
    return (REPLY if country == "GB" else "Call 112") if "breathing" in text else None


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/gateway.db")
    yield database
    database.close()


class House:
    """The gateway's inside, with updates put straight into the inbox."""

    def __init__(self, telegram: TelegramServer, rasa: FakeRasa, database: Database) -> None:
        self.telegram, self.rasa, self.database, self._number = telegram, rasa, database, 0

    def keep(self, text: str) -> None:
        """An update that waits."""
        self._number += 1
        chat = {"id": ANNA, "type": "private"}
        message = {"message_id": self._number, "date": int(time.time()), "chat": chat, "text": text}
        body = {"update_id": self._number, "message": message}
        self.database.now(lambda c: inbox.keep(c, body, ANNA, time.time()))

    def answer(self, until: Callable[[], bool], limit: float = 100) -> list[str]:
        """Let the lanes work until ``until``; what was sent."""
        asyncio.run(self._answer(until, limit))
        return self.telegram.texts(ANNA)

    async def _answer(self, until: Callable[[], bool], limit: float) -> None:
        metrics = Metrics()
        rasa = Rasa(self.rasa.url, SECRET, 0.5, metrics)
        async with TelegramBot(self.telegram.token, self.telegram.url, Pulse()) as bot:
            delivery = Delivery(bot, self.database, metrics)
            work = Work(self.database, rasa, delivery, screen, metrics, Limit(limit), "key")
            lanes = Lanes(work)
            await lanes.resume()
            await _until(until)
            await lanes.drain(5)
        await rasa.close()


async def _until(ready: Callable[[], bool]) -> None:
    for _ in range(2000):
        if ready():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to pass")


@pytest.fixture
def house(telegram: TelegramServer, rasa: FakeRasa, database: Database) -> House:
    return House(telegram, rasa, database)


def test_when_rasa_is_away_an_emergency_is_answered_and_not_apologised_for(house: House) -> None:
    house.rasa.status = 500
    house.database.now(lambda c: chats.note(c, ANNA, 1.0, country="GB"))
    house.keep("she stopped breathing")
    said = house.answer(lambda: bool(house.telegram.sent(ANNA)))
    assert said == ["Call 999 &lt;now&gt; &amp; stay"]


def test_an_emergency_behind_a_question_that_waits_is_answered_at_once(house: House) -> None:
    house.rasa.status = 500
    house.keep("what is stage MS")
    house.keep("he has trouble breathing")
    said = house.answer(lambda: len(house.telegram.sent(ANNA)) >= 2)
    assert said[1] == "Call 112"
    assert house.database.now(lambda c: len(inbox.waiting(c, ANNA, most=9))) == 2


def test_a_command_with_an_emergency_in_it_gets_the_safety_reply(house: House) -> None:
    house.keep("/help she is not breathing")
    assert house.answer(lambda: bool(house.telegram.sent(ANNA))) == ["Call 112"]


def test_an_emergency_in_a_flood_is_not_told_to_slow_down(house: House) -> None:
    for number in range(3):
        house.keep(f"flood {number}")
    house.keep("she is not breathing")
    said = house.answer(lambda: len(house.telegram.sent(ANNA)) >= 4, limit=2)
    assert said[:2] == ["You said: flood 0", "You said: flood 1"]
    assert not said[2].startswith("You said")
    assert said[3] == "Call 112"


def _raise(*_: Any) -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize("broken", ["decide", "render"])
def test_a_fault_of_ours_is_told_and_stops_nobody(house: House, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    monkeypatch.setattr(turns, broken, _raise)
    house.keep("one")
    (said,) = house.answer(lambda: bool(house.telegram.sent(ANNA)))
    assert "112" in said
    monkeypatch.undo()
    house.keep("two")
    assert "You said: two" in house.answer(lambda: "You said: two" in house.telegram.texts(ANNA))


def test_a_question_rasa_refuses_again_and_again_is_let_go(house: House, database: Database) -> None:
    house.rasa.status = 500
    house.keep("poison")
    database.now(lambda c: c.execute(inbox.inbox.update().values(received=time.time() - 601)))
    house.answer(lambda: database.now(inbox.depth) == 0)
    house.rasa.status = 200
    house.keep("two")
    assert house.answer(lambda: len(house.telegram.sent(ANNA)) >= 2)[-1] == "You said: two"
