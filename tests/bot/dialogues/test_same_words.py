"""Every dialogue also runs through the real gateway and the real Rasa, and gives the same words as the shell."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.face.callback import for_rasa, payload_of
from bot.face.incoming import Ask
from bot.face.known import Known
from bot.face.private import words
from tests.dialogues.script import read
from tests.dialogues.test_dialogues import FILES, _turns
from tests.support.gateway_process import GatewayProcess
from tests.support.rasa_process import rasa
from tests.support.telegram_server import TelegramServer

if TYPE_CHECKING:
    from tests.conftest import Talk

FIRST_CHAT = 7000000000
_CHATS = {path.stem: FIRST_CHAT + number for number, path in enumerate(FILES)}
_PATIENCE = 30


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramServer]:
    """The Bot API, with a gateway and a Rasa behind it."""
    folder = tmp_path_factory.mktemp("dialogues")
    with (
        rasa(folder) as url,
        TelegramServer() as server,
        GatewayProcess(folder, server.url, server.token, url, RASA_DEADLINE="30"),
    ):
        yield server


def _words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def _can_be_sent(turn: str) -> bool:
    """Whether it is for Rasa: Telegram knows no empty message, and to emoji or an old button the gateway answers."""
    if turn.startswith("/"):
        return payload_of(turn.removeprefix("/")) is not None
    return bool(turn.strip()) and isinstance(words(turn, "en", Known()), Ask)


def _send(telegram: TelegramServer, chat_id: int, turn: str) -> None:
    if turn.startswith("/"):
        telegram.press(chat_id, for_rasa(turn, turn))
    else:
        telegram.write(chat_id, turn)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_are_those_of_the_shell(path: Path, telegram: TelegramServer, assistant: Talk) -> None:
    turns = _turns(read(path), assistant)
    if not all(_can_be_sent(turn) for turn in turns):
        pytest.skip("the gateway answers this by itself, or Telegram cannot send it")
    chat_id, said = _CHATS[path.stem], ""
    for turn, answer in zip(turns, assistant.converse(turns), strict=True):
        said = f"{said} {_words(answer.text)}".strip()
        _send(telegram, chat_id, turn)
        telegram.wait(partial(_long_enough, telegram, chat_id, len(said)), _PATIENCE)
        assert _all(telegram, chat_id) == said


def _long_enough(telegram: TelegramServer, chat_id: int, wanted: int) -> bool:
    return len(_all(telegram, chat_id)) >= wanted


def _all(telegram: TelegramServer, chat_id: int) -> str:
    return _words(" ".join(telegram.texts(chat_id)))  # a page to print has no words
