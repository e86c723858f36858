"""A message's parameters as Telegram takes them: with its chat, and with the files it speaks of."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from telegram import InputFile

from bot.face import pictures
from bot.face.outgoing import PICTURE, SHEET, Outgoing
from bot.store import outbox
from bot.store.database import Database
from safety import sheet

_WITHOUT_CHAT = ("answerCallbackQuery",)


class NoFile(LookupError):
    """The bytes of a file are gone; its message cannot be sent."""


async def parameters(database: Database, chat_id: int, outgoing: Outgoing) -> dict[str, Any]:
    """All parameters of the call. Raises NoFile."""
    params: dict[str, Any] = {} if outgoing.method in _WITHOUT_CHAT else {"chat_id": chat_id}
    for name, value in outgoing.params.items():
        upload = isinstance(value, dict) and "bytes_key" in value
        params[name] = await _upload(database, value) if upload else value
    return params


async def _upload(database: Database, value: Any) -> InputFile:
    key = str(value["bytes_key"])
    content: bytes | None
    if key.startswith(PICTURE):
        content = pictures.png(key.removeprefix(PICTURE))
    elif key.startswith(SHEET):
        content = sheet.pdf(json.loads(key.removeprefix(SHEET)))
    else:
        content = await database.run(lambda c: outbox.file(c, key))
    if content is None:
        raise NoFile(key)
    return InputFile(content, filename=str(value["file"]))


def plain(params: dict[str, Any]) -> dict[str, Any]:
    """The same words without markup, for when Telegram cannot read it."""
    bare = {name: value for name, value in params.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if name in bare:
            bare[name] = html.unescape(re.sub(r"<[^>]*>", "", str(bare[name])))
    return bare
