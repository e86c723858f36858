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
from tests.dialogues.test_dialogues import FILES
from tests.support.gateway_process import GatewayProcess
from tests.support.telegram_server import TelegramServer

if TYPE_CHECKING:
    from tests.conftest import Talk

FIRST_CHAT = 7000000000
_CHATS = {path.stem: FIRST_CHAT + number for number, path in enumerate(FILES)}
_PATIENCE = 120


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory, rasa_url: str) -> Iterator[TelegramServer]:
    """The Bot API, with a gateway and a Rasa behind it."""
    folder = tmp_path_factory.mktemp("dialogues")
    with (
        TelegramServer() as server,
        GatewayProcess(folder, server.url, server.token, rasa_url, RASA_DEADLINE="60"),
    ):
        yield server


def _words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def _is_for_rasa(turn: str) -> bool:
    """Whether Rasa answers it: to emoji or an old button the gateway does, and Telegram knows no empty message."""
    if turn.startswith("/"):
        return payload_of(turn.removeprefix("/")) is not None
    return bool(turn.strip()) and isinstance(words(turn, "en", Known()), Ask)


SAID = {path: [scene.what for scene in read(path) if scene.does == "say"] for path in FILES}
FOR_RASA = [path for path, said in SAID.items() if all(map(_is_for_rasa, said))]
FOR_THE_GATEWAY = [path for path in FILES if path not in FOR_RASA and all(map(str.strip, SAID[path]))]


def _send(telegram: TelegramServer, chat_id: int, turn: str) -> None:
    if turn.startswith("/"):
        telegram.press(chat_id, for_rasa(turn, turn))
    else:
        telegram.write(chat_id, turn)


@pytest.mark.parametrize("path", FOR_RASA, ids=lambda path: path.stem)
def test_the_words_are_those_of_the_shell(path: Path, telegram: TelegramServer, assistant: Talk) -> None:
    chat_id, said = _CHATS[path.stem], ""
    for turn, answer in assistant.play(path):
        said = f"{said} {_words(answer.text)}".strip()
        _send(telegram, chat_id, turn)
        telegram.wait(partial(_long_enough, telegram, chat_id, len(said)), _PATIENCE)
        assert _all(telegram, chat_id) == said


@pytest.mark.parametrize("path", FOR_THE_GATEWAY, ids=lambda path: path.stem)
def test_what_is_not_for_rasa_is_answered_by_the_gateway(path: Path, telegram: TelegramServer) -> None:
    for number, turn in enumerate(SAID[path], start=1):
        _send(telegram, _CHATS[path.stem], turn)
        telegram.wait_for_messages(number, _CHATS[path.stem])


def test_hardly_any_dialogue_is_left_out() -> None:
    assert len(FILES) - len(FOR_RASA) <= 10
    assert len(FILES) - len(FOR_RASA) - len(FOR_THE_GATEWAY) <= 1


def _long_enough(telegram: TelegramServer, chat_id: int, wanted: int) -> bool:
    return len(_all(telegram, chat_id)) >= wanted


def _all(telegram: TelegramServer, chat_id: int) -> str:
    return _words(" ".join(telegram.texts(chat_id)))  # a page to print has no words
