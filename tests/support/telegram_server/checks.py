"""What Telegram refuses: too long, badly marked up, no such chat any more."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

_TAGS = {"b", "strong", "i", "em", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}
_MOST_TEXT, _MOST_CAPTION, _MOST_DATA = 4096, 1024, 64


class _Markup(HTMLParser):
    """Finds tags Telegram does not know or that are not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.fault = ""
        self.plain = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in _TAGS:
            self.fault = f'Unsupported start tag "{tag}"'
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fault = f'Unmatched end tag "{tag}"'

    def handle_data(self, data: str) -> None:
        self.plain += data


def refusal(method: str, params: dict[str, Any], blocked: set[int]) -> tuple[int, str] | None:
    """The status and description of the refusal; None when the call is fine."""
    if params.get("chat_id") in blocked:
        return 403, "Forbidden: bot was blocked by the user"
    if method == "sendMessage":
        return _text(str(params.get("text", "")), _MOST_TEXT, params)
    if method in ("sendPhoto", "sendDocument"):
        return _text(str(params.get("caption", "")), _MOST_CAPTION, params, empty=True)
    return None


def _text(text: str, most: int, params: dict[str, Any], *, empty: bool = False) -> tuple[int, str] | None:
    markup = _Markup()
    if params.get("parse_mode") == "HTML":
        markup.feed(text)
        markup.close()
    if markup.fault or markup.open:
        return 400, f"Bad Request: can't parse entities: {markup.fault or 'unclosed tag'}"
    if not empty and not text.strip():
        return 400, "Bad Request: message text is empty"
    if len(markup.plain or text) > most:
        return 400, "Bad Request: message is too long"
    return _keyboard(params)


def _keyboard(params: dict[str, Any]) -> tuple[int, str] | None:
    rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
    data = [button.get("callback_data", "x") for row in rows for button in row]
    if any(not 1 <= len(one.encode()) <= _MOST_DATA for one in data):
        return 400, "Bad Request: BUTTON_DATA_INVALID"
    return None
