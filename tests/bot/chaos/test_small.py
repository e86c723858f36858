"""A small storm in every run of the suite: the gateway and a Rasa killed, the database locked, Telegram unwell."""

from __future__ import annotations

from pathlib import Path

from tests.bot.chaos.storm import Storm, lock
from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

QUESTIONS = [f"question {number}" for number in range(12)]
EXPECTED = [f"You said: {question}" for question in QUESTIONS]
KILLS = 4


class Restarting:
    """A Rasa that can be killed and started again; what it has answered it remembers, as Rasa's database does."""

    def __init__(self) -> None:
        self.rasa = FakeRasa()
        self.rasa.__enter__()
        self.url = self.rasa.url

    def kill(self) -> None:
        self.rasa.__exit__(None, None, None)
        self.rasa = FakeRasa(self.rasa.port, self.rasa.answered)
        self.rasa.__enter__()


def test_nothing_is_lost_nothing_out_of_order_and_at_most_one_repeat_a_kill(tmp_path: Path) -> None:
    house = Restarting()
    with TelegramServer() as telegram:
        more = {"CHAT_LIMIT": "10000", "RASA_DEADLINE": "2"}
        with GatewayProcess(tmp_path, telegram.url, telegram.token, house.url, **more) as gateway:

            def kill_gateway() -> None:
                gateway.kill()
                gateway.start(wait=False)

            report = Storm(telegram, QUESTIONS, EXPECTED, seed=4).blow(
                chats=10,
                mischief={
                    "gateway killed": (KILLS, kill_gateway),
                    "Rasa killed": (2, house.kill),
                    "database locked": (1, lambda: lock(tmp_path / "gateway.db", 0.3)),
                    "429": (3, lambda: telegram.fail("sendMessage", status=429, retry_after=1) and None),
                    "500": (3, lambda: telegram.fail("sendMessage", status=500) and None),
                    "dropped": (2, lambda: telegram.fail("getUpdates", drop="after") and None),
                },
                pause=0.04,
            )
    house.rasa.__exit__(None, None, None)
    assert (report.lost, report.disordered) == (0, 0), report
    assert report.repeated <= KILLS, report
