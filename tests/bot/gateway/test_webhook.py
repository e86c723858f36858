"""The gateway by webhook: announced when it differs, guarded, and told "taken" only when the update is safe."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from scripts.chat import free_port
from tests.support.fake_rasa import FakeRasa
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

ANNA = 7000000011


@pytest.fixture
def gateway(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> Iterator[GatewayProcess]:
    """A gateway Telegram delivers to."""
    port = free_port()
    more = {"TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook/telegram", "WEBHOOK_PORT": str(port)}
    with GatewayProcess(tmp_path, telegram.url, telegram.token, rasa.url, **more) as process:
        telegram.wait(lambda: bool(telegram.calls("setWebhook")))
        yield process


def _post(gateway: GatewayProcess, body: bytes, secret: str) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": "application/json"}
    request = Request(gateway.environment["TELEGRAM_WEBHOOK_URL"], data=body, headers=headers, method="POST")
    try:
        with urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_updates_are_delivered_and_answered_in_order(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    for number in range(5):
        telegram.write(ANNA, str(number))
    telegram.wait_for_messages(5)
    assert telegram.texts(ANNA) == [f"You said: {number}" for number in range(5)]
    assert telegram.state.polls == 0


def test_the_webhook_is_set_with_a_secret_and_drops_nothing(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    (call,) = telegram.calls("setWebhook")
    assert len(call.params["secret_token"]) == 64
    assert call.params["max_connections"] == 1
    assert "drop_pending_updates" not in call.params
    assert "message" in call.params["allowed_updates"]


def test_a_webhook_telegram_has_is_not_set_again(telegram: TelegramServer, gateway: GatewayProcess) -> None:
    gateway.terminate()
    gateway.start()
    telegram.write(ANNA, "hello")
    telegram.wait_for_messages(1)
    assert len(telegram.calls("setWebhook")) == 1
    assert len(telegram.calls("getWebhookInfo")) == 2


def test_after_the_key_was_changed_telegram_is_told_the_new_secret(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    gateway.terminate()
    gateway.environment["PSEUDONYM_KEY"] = "another-key-for-tests"
    telegram.write(ANNA, "hello")
    gateway.start()
    telegram.wait_for_messages(1)
    first, second = (call.params["secret_token"] for call in telegram.calls("setWebhook"))
    assert first != second


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_who_does_not_know_the_secret_is_refused(gateway: GatewayProcess, secret: str) -> None:
    assert _post(gateway, b'{"update_id": 1}', secret) == 403


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"update_id": "x"}', b'{"update_id": 1e999}', b"[" * 9999, b"\xff"]
)
def test_what_is_no_update_is_refused(telegram: TelegramServer, gateway: GatewayProcess, body: bytes) -> None:
    assert _post(gateway, body, telegram.state.webhook["secret_token"]) == 400


def test_an_update_the_database_does_not_take_is_delivered_again(
    telegram: TelegramServer, gateway: GatewayProcess
) -> None:
    other = sqlite3.connect(gateway.folder / "gateway.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    body = json.dumps({"update_id": 5, "message": {"chat": {"id": ANNA, "type": "private"}, "text": "x"}}).encode()
    assert _post(gateway, body, telegram.state.webhook["secret_token"]) == 503
    telegram.write(ANNA, "one")
    other.execute("ROLLBACK")
    other.close()
    telegram.wait_for_messages(1, seconds=30)
    assert telegram.texts(ANNA) == ["You said: one"]


def test_killed_between_delivery_and_answer_nothing_is_lost(
    telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess
) -> None:
    rasa.delay = 60
    telegram.write(ANNA, "one")
    telegram.wait(lambda: not telegram.state.updates)
    gateway.kill()
    telegram.write(ANNA, "two")
    rasa.delay = 0
    gateway.start()
    telegram.wait_for_messages(2)
    assert telegram.texts(ANNA) == ["You said: one", "You said: two"]


def test_polling_takes_over_from_a_webhook(telegram: TelegramServer, rasa: FakeRasa, gateway: GatewayProcess) -> None:
    gateway.terminate()
    del gateway.environment["TELEGRAM_WEBHOOK_URL"]
    telegram.write(ANNA, "hello")
    gateway.start()
    telegram.wait_for_messages(1)
    assert telegram.state.webhook == {}
