"""Inline keyboards: the assistant's buttons, thumbs, pictures, countries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from bot.face import callback
from bot.face.ids import id_of
from bot.face.numbers import helplines
from bot.face.outgoing import JSON, Outgoing
from bot.face.texts import text

Button: TypeAlias = dict[str, JSON]
Rows: TypeAlias = list[list[Button]]

THUMBS = {callback.UP: "👍", callback.DOWN: "👎"}
MARK = " ✓"
_SHORT = 20  # characters of a title that leaves room for another button beside it on a phone
_PAGE = 12


def button(title: str, data: str | None) -> list[Button]:
    """The button, or nothing when its data does not fit."""
    return [{"text": title, "callback_data": data}] if data else []


def rows(buttons: Iterable[Button]) -> Rows:
    """One button a row, two where both titles are short."""
    found: Rows = []
    for each in buttons:
        if found and len(found[-1]) == 1 and _short(found[-1][0]) and _short(each):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _short(each: Button) -> bool:
    return len(str(each["text"])) <= _SHORT


def of_rasa(buttons: Sequence[Mapping[str, Any]]) -> Rows:
    """The assistant's buttons, in its order; one without a title or payload is left out."""
    whole = [(str(b["title"]), str(b["payload"])) for b in buttons if b.get("title") and b.get("payload")]
    return rows({"text": title, "callback_data": callback.for_rasa(payload, title)} for title, payload in whole)


def thumbs(topic: str, version: str) -> Rows:
    """The two thumbs under an answer; none when topic and version do not fit."""
    pair = [each for kind, sign in THUMBS.items() for each in button(sign, callback.write(kind, topic, version))]
    return [pair] if len(pair) == len(THUMBS) else []


def command(name: str) -> list[Button]:
    """A button that does what the command does."""
    return button(text(f"buttons.{name}"), callback.write(callback.COMMAND, name))


def confirm(kind: str, yes: str, no: str) -> Rows:
    """Yes and no, each in its own words."""
    return [[*button(yes, callback.write(kind, "yes")), *button(no, callback.write(kind, "no"))]]


def consent(*, given: bool) -> Rows:
    """The one button that changes what was said of learning."""
    answer = "no" if given else "yes"
    return [button(text(f"buttons.consent_{answer}"), callback.write(callback.CONSENT, answer))]


def countries(page: int = 0) -> Rows:
    """A page of the countries we have numbers for, in the order of the file; the last leads back to the first."""
    known = list(helplines().countries.items())
    shown = known[page * _PAGE : (page + 1) * _PAGE]
    found = [each for code, line in shown for each in button(line.name, callback.write(callback.COUNTRY, code))]
    last = (page + 1) * _PAGE >= len(known)
    title = text("buttons.back" if last else "buttons.more_countries")
    leading = button(title, callback.write(callback.COUNTRIES, "0" if last else str(page + 1)))
    return [*(found[at : at + 2] for at in range(0, len(found), 2)), leading]


def replaced(query: Mapping[str, Any], changed: Rows) -> Outgoing | None:
    """The call that gives the message of a callback query other buttons; None when it does not say which message."""
    pressed_on = query.get("message")
    at = id_of(pressed_on.get("message_id")) if isinstance(pressed_on, Mapping) else None
    if at is None:
        return None
    return Outgoing(
        "editMessageReplyMarkup",
        {"message_id": at, "reply_markup": {"inline_keyboard": [list(row) for row in changed]}},
    )
