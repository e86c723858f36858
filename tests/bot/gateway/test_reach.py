"""The start and the introduction, when Telegram is unwell."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.face.commands.descriptions import described_languages
from bot.gateway.introduction import introduce
from bot.gateway.pulse import Pulse
from bot.gateway.reach import reach
from bot.gateway.telegram_bot import TelegramBot
from tests.support.telegram_server import TelegramServer


async def _reach(bot: TelegramBot) -> str | None:
    try:
        return await reach(bot, asyncio.Event())
    finally:
        for request in bot._request:
            await request.shutdown()


def test_a_telegram_that_is_away_at_the_start_is_waited_for(telegram: TelegramServer) -> None:
    telegram.fail("getMe", status=502)
    assert asyncio.run(_reach(TelegramBot(telegram.token, telegram.url, Pulse()))) == "companion_bot"


def test_who_is_told_to_stop_waits_no_longer() -> None:
    async def start() -> str | None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.1, stop.set)
        return await reach(TelegramBot("123456:TEST-token", "http://127.0.0.1:9", Pulse()), stop)

    assert asyncio.run(start()) is None


def test_a_token_that_is_refused_is_not_tried_again(telegram: TelegramServer) -> None:
    bot = TelegramBot("123456:another-token", telegram.url, Pulse())
    with pytest.raises(InvalidToken):
        asyncio.run(_reach(bot))


async def _introduce(telegram: TelegramServer) -> None:
    async with TelegramBot(telegram.token, telegram.url, Pulse()) as bot:
        await introduce(bot)


def test_every_language_described_gets_its_menu_and_its_page(telegram: TelegramServer) -> None:
    asyncio.run(_introduce(telegram))
    expected = {None if language == "en" else language for language in described_languages()}
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert {call.params.get("language_code") for call in telegram.calls(method)} == expected


def test_only_what_differs_is_set(telegram: TelegramServer) -> None:
    asyncio.run(_introduce(telegram))
    telegram.state.kept["MyDescription:"]["description"] = "changed by hand"
    before = len(telegram.state.calls)
    asyncio.run(_introduce(telegram))
    again = [call.method for call in telegram.state.calls[before:] if call.method.startswith("set")]
    assert again == ["setMyDescription"]


def test_a_menu_that_cannot_be_set_stops_nobody(telegram: TelegramServer) -> None:
    telegram.fail("getMyCommands", status=429, retry_after=100)
    asyncio.run(_introduce(telegram))
    assert telegram.calls("setMyCommands") == []
