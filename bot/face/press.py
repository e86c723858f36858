"""What a pressed button asks for; one of another time leads on or says that it is out of date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.face import callback, keyboard, plain, private
from bot.face.callback import Press
from bot.face.commands import COMMANDS
from bot.face.commands.asked import Asked
from bot.face.ids import id_of
from bot.face.incoming import Act, Ask, Decision, Say
from bot.face.known import Known
from bot.face.numbers import helplines
from bot.face.outgoing import message
from bot.face.pictures.offer import menu, show
from bot.face.texts import text

_RECORD = re.compile(r"(?P<topic>[\w.-]+)\|(?P<version>[\w.-]+)")


def pressed(query: Mapping[str, Any], language: str | None, known: Known) -> Decision:
    """The decision for a callback query. ``acknowledge`` answers the query itself."""
    press = callback.read(query.get("data"))
    does = _DOES.get(press.kind) if press else None
    found = does(press, query, Asked(language=language, known=known)) if press and does else None
    return found or Say((message(text("outdated"), [keyboard.command("topics")]),))


def _rasa(press: Press, _query: Mapping[str, Any], _asked: Asked) -> Decision:
    payload = callback.payload_of(press.rest)
    return Ask(payload, payload=True) if payload else None


def _words(press: Press, _query: Mapping[str, Any], asked: Asked) -> Decision:
    return private.words(press.rest, asked.language, asked.known)


def _thumb(press: Press, query: Mapping[str, Any], _asked: Asked) -> Decision:
    record = _RECORD.fullmatch(press.rest)
    at = _at(query)
    if not (record and at):
        return None
    verdict = {callback.UP: "up", callback.DOWN: "down"}[press.kind]
    return Act("feedback", {"verdict": verdict, **record.groupdict(), **at})


def _picture(press: Press, _query: Mapping[str, Any], _asked: Asked) -> Decision:
    return show(press.rest)


def _country(press: Press, _query: Mapping[str, Any], _asked: Asked) -> Decision:
    return Act("country", {"code": press.rest}) if press.rest in helplines().countries else None


def _countries(press: Press, query: Mapping[str, Any], _asked: Asked) -> Decision:
    rows = keyboard.countries(int(press.rest)) if press.rest.isascii() and press.rest.isdigit() else []
    return _with_buttons(query, rows) if len(rows) > 1 else None


def _command(press: Press, _query: Mapping[str, Any], asked: Asked) -> Decision:
    if press.rest == "pictures":
        return menu()
    answer = COMMANDS.get(press.rest)
    return answer(asked) if answer else None


def _delete(press: Press, query: Mapping[str, Any], _asked: Asked) -> Decision:
    if press.rest == "yes":
        return Act("delete_confirmed", _at(query))
    return _closed(query, text("delete.kept")) if press.rest == "no" else None


def _consent(press: Press, _query: Mapping[str, Any], _asked: Asked) -> Decision:
    return Act("consent", {"given": press.rest}) if press.rest in ("yes", "no") else None


def _edited(press: Press, query: Mapping[str, Any], asked: Asked) -> Decision:
    if press.rest == "no":
        return _closed(query, text("edited_kept"))
    changed = _mapping(_mapping(query.get("message")).get("reply_to_message"))
    if press.rest == "yes" and plain.written(changed):
        return private.sent(changed, asked.language, asked.known)
    return Say((message(text("edited.gone")),))


def _closed(query: Mapping[str, Any], said: str) -> Decision:
    """Say it, and take the buttons away so that the question is not asked twice."""
    gone = _with_buttons(query, [])
    return Say((*(gone.messages if gone else ()), message(said)))


def _with_buttons(query: Mapping[str, Any], rows: keyboard.Rows) -> Say | None:
    """The message with other buttons; None when Telegram does not say which message it was."""
    edit = keyboard.replaced(query, rows)
    return Say((edit,)) if edit else None


def _at(query: Mapping[str, Any]) -> dict[str, str]:
    at = id_of(_mapping(query.get("message")).get("message_id"))
    return {} if at is None else {"message_id": str(at)}


def _mapping(found: Any) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


_DOES: dict[str, Callable[[Press, Mapping[str, Any], Asked], Decision]] = {
    callback.RASA: _rasa,
    callback.WORDS: _words,
    callback.UP: _thumb,
    callback.DOWN: _thumb,
    callback.PICTURE: _picture,
    callback.COUNTRY: _country,
    callback.COUNTRIES: _countries,
    callback.COMMAND: _command,
    callback.DELETE: _delete,
    callback.EDITED: _edited,
    callback.CONSENT: _consent,
}
