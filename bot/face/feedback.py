"""The thumbs after one was pressed: it is marked, so that people see what they said and can change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face import callback, keyboard
from bot.face.outgoing import Outgoing


def marked(query: Mapping[str, Any]) -> Outgoing | None:
    """The message's own buttons with the thumb that was pressed marked; None when there is nothing to change."""
    before = _rows(query)
    after: keyboard.Rows = [[_marked(each, query.get("data")) for each in row] for row in before]
    return keyboard.replaced(query, after) if after != before else None


def _marked(each: keyboard.Button, pressed: Any) -> keyboard.Button:
    data = each.get("callback_data")
    press = callback.read(data)
    sign = keyboard.THUMBS.get(press.kind) if press else None
    return {**each, "text": sign + (keyboard.MARK if data == pressed else "")} if sign else each


def _rows(query: Mapping[str, Any]) -> keyboard.Rows:
    found: Any = query
    for name in ("message", "reply_markup", "inline_keyboard"):
        found = found.get(name) if isinstance(found, Mapping) else None
    if not isinstance(found, list):
        return []
    return [[dict(each) for each in row if isinstance(each, Mapping)] for row in found if isinstance(row, list)]
