"""``kill -9`` at the worst moments: nothing is lost, at most one message comes twice, the order stays."""

from __future__ import annotations

import pytest

from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

ANNA = 7000000011
SAID = [f"You said: {number}" for number in range(5)]


def _write_five(telegram: TelegramServer) -> None:
    for number in range(5):
        telegram.write(ANNA, str(number))


def _settled(telegram: TelegramServer) -> list[str]:
    """What was said once the last answer is out."""
    telegram.wait(lambda: SAID[-1] in telegram.texts(ANNA))
    return telegram.texts(ANNA)


def test_five_updates_kept_but_not_answered_are_answered_after_the_restart(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.delay = 60
    _write_five(telegram)
    telegram.wait(lambda: not telegram.state.updates)
    gateway.kill()
    rasa.delay = 0
    gateway.start()
    assert _settled(telegram) == SAID


def test_updates_telegram_still_holds_are_answered_after_the_restart(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    gateway.kill()
    _write_five(telegram)
    gateway.start()
    assert _settled(telegram) == SAID


def test_a_message_taken_by_telegram_and_not_known_to_be_is_the_only_one_repeated(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    telegram.fail("sendMessage", drop="after")
    telegram.fail("sendMessage", delay=60)
    _write_five(telegram)
    telegram.wait_for_messages(1)
    gateway.kill()
    telegram.state.faults.clear()
    gateway.start()
    assert _settled(telegram) == [SAID[0], *SAID]


@pytest.mark.parametrize("after", [1, 3])
def test_killed_in_the_middle_of_sending(telegram: TelegramServer, gateway: GatewayProcess, after: int) -> None:
    _write_five(telegram)
    telegram.wait_for_messages(after)
    gateway.kill()
    gateway.start()
    said = _settled(telegram)
    assert list(dict.fromkeys(said)) == SAID
    assert len(said) <= len(SAID) + 1


def test_rasa_sees_an_update_it_has_answered_no_second_time(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.delay = 0.5
    telegram.write(ANNA, "0")
    telegram.wait(lambda: bool(rasa.asked))
    gateway.kill()
    telegram.wait(lambda: len(rasa.answered) == 0, 0.1)
    rasa.delay = 0
    gateway.start()
    telegram.wait_for_messages(1)
    assert {asked["update_id"] for asked in rasa.asked} == set(rasa.answered)
    assert len(rasa.answered) == 1
