"""The assistant's replies to one turn as Telegram messages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from bot.face import keyboard
from bot.face.markup import SOURCE, html
from bot.face.outgoing import SHEET, Outgoing, file, message
from bot.face.pictures.offer import offered
from bot.face.split import split
from bot.face.texts import text

Reply: TypeAlias = Mapping[str, Any]
"""``{"text", "buttons": [{"title", "payload"}], "metadata": {"outcome", "topic", "version", ...}}``"""

_SAFETY = frozenset({"emergency", "self_harm"})


def render(replies: Sequence[Reply]) -> tuple[Outgoing, ...]:
    """The messages to send, in order; none when nothing was said. A part over 4096 characters is split.

    Buttons, thumbs and the paragraphs from the source line on stand on the last part.
    """
    return tuple(part for reply in _joined(replies) for part in _messages(reply))


def _joined(replies: Sequence[Reply]) -> list[Reply]:
    found: list[Reply] = []
    for reply in replies:
        if found and _leads_on(reply, found[-1]):
            found[-1] = {**reply, "text": f"{_text(found[-1])}\n\n{_text(reply)}".strip()}
        else:
            found.append(reply)
    return found


def _leads_on(reply: Reply, before: Reply) -> bool:
    """Whether ``reply`` is only the line above the buttons of the one before: same record, one line."""
    same = _record(reply) == _record(before)
    return same and bool(reply.get("buttons")) and not before.get("buttons") and "\n" not in _text(reply)


def _messages(reply: Reply) -> list[Outgoing]:
    record = _record(reply)
    answered, safety = record.get("outcome") == "answered", record.get("outcome") in _SAFETY
    rows = _rows(reply, record, answered)
    body, tail = _body_and_tail(_text(reply))
    parts = split(body, tail) or ([text("choose")] if rows else [])
    last = len(parts) - 1
    said = [
        message(html(part, titled=answered and at == 0), rows if at == last else (), safety=safety)
        for at, part in enumerate(parts)
    ]
    return [*said, *_sheet(record)]


def _sheet(record: Mapping[str, Any]) -> list[Outgoing]:
    """The page to print, when the reply has questions for one."""
    questions = record.get("sheet")
    if not (isinstance(questions, list) and questions):
        return []
    page = file("questions-for-the-doctor.pdf", SHEET + json.dumps([str(one) for one in questions]))
    return [Outgoing("sendDocument", {"document": page})]


def _rows(reply: Reply, record: Mapping[str, Any], answered: bool) -> keyboard.Rows:
    rows = keyboard.of_rasa([b for b in reply.get("buttons") or () if isinstance(b, Mapping)])
    topic, version = record.get("topic"), record.get("version")
    if not (answered and isinstance(topic, str)):
        return rows
    thumbs = keyboard.thumbs(topic, version) if isinstance(version, str) else []
    return [*rows, *offered(topic), *thumbs]


def _body_and_tail(whole: str) -> tuple[str, str]:
    """The text up to its source line, and from there on."""
    body, found, rest = whole.rpartition(f"\n\n{SOURCE}")
    return (body, SOURCE + rest) if found else (whole, "")


def _text(reply: Reply) -> str:
    return str(reply.get("text") or "").strip()


def _record(reply: Reply) -> Mapping[str, Any]:
    record = reply.get("metadata")
    return record if isinstance(record, Mapping) else {}
