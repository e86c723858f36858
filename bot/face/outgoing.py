"""One call of the Bot API, written down: plain JSON, so that it can wait in an outbox and survive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Method = Literal["sendMessage", "sendPhoto", "sendDocument", "editMessageReplyMarkup", "answerCallbackQuery"]


@dataclass(frozen=True)
class Outgoing:
    """A call of ``method`` with ``params``, all but ``chat_id``, which the gateway adds.

    ``answerCallbackQuery`` takes no ``chat_id``. A file to upload stands in its place (``photo``, ``document``) as
    ``{"file": name, "bytes_key": key}``: ``name`` is what people see, ``key`` says where the bytes are.
    ``picture:<id>`` is ``bot.face.pictures.png(id)``, ``sheet:<JSON list of questions>`` the page to print with them;
    other keys belong to whoever wrote them.
    ``safety`` marks what must arrive even if it may arrive twice.
    """

    method: Method
    params: dict[str, JSON]
    safety: bool = False


def message(html: str, keyboard: Sequence[Sequence[Any]] = (), *, safety: bool = False, **more: JSON) -> Outgoing:
    """A message in Telegram's HTML, without previews of its links; ``keyboard`` holds rows of inline buttons."""
    params: dict[str, JSON] = {"text": html, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    if keyboard:
        params["reply_markup"] = {"inline_keyboard": [list(row) for row in keyboard]}
    return Outgoing("sendMessage", {**params, **more}, safety)


PICTURE, SHEET = "picture:", "sheet:"


def file(name: str, bytes_key: str) -> JSON:
    """A file to upload, as it stands in ``params``."""
    return {"file": name, "bytes_key": bytes_key}
