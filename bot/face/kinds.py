"""What each kind of update means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face import groups, plain, press, private
from bot.face.incoming import Act, Decision
from bot.face.known import Known

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What to ask Telegram for: all that is not nothing below."""

_NOBODY = Known()
_PRESENT = frozenset({"member", "administrator", "restricted", "creator"})


def decide(update: Mapping[str, Any], language: str | None, known: Known = _NOBODY) -> Decision:
    """What to do with ``update``, Telegram's raw JSON; never raises, whatever its fields.

    ``language`` is the code of the family's Telegram, or None. What is not listed here, such as channel posts,
    polls and reactions, is nothing to us.
    """
    if message := _part(update, "message"):
        return _message(message, language, known)
    if message := _part(update, "edited_message"):
        return private.edited(message) if _chat(message) == "private" and not _from_bot(message) else None
    if query := _part(update, "callback_query"):
        return _press(query, language, known)
    if change := _part(update, "my_chat_member"):
        return _membership(change, known)
    return None


def words(update: Mapping[str, Any]) -> str:
    """The words a family sent, text or caption, for the safety screen; empty when there are none, and in groups.

    The gateway screens them when the decision is ``Say`` or ``Act``; a safety reply then takes its place.
    """
    for name in ("message", "edited_message"):
        message = _part(update, name)
        if _chat(message) == "private" and not _from_bot(message):
            return plain.written(message)
    return ""


def _message(message: Mapping[str, Any], language: str | None, known: Known) -> Decision:
    chat = _chat(message)
    if _from_bot(message):
        return None
    if chat in groups.HERE:
        return groups.sent(message, known)
    return private.sent(message, language, known) if chat == "private" else None


def _press(query: Mapping[str, Any], language: str | None, known: Known) -> Decision:
    chat = _chat(_part(query, "message"))
    return press.pressed(query, language, known) if chat == "private" else None


def _membership(change: Mapping[str, Any], known: Known) -> Decision:
    """Blocked or opened again by a family; added to a group, or removed from one, where no word can follow."""
    status = _word(_part(change, "new_chat_member"), "status")
    if _chat(change) == "private":
        return Act("unblocked" if status in _PRESENT else "blocked")
    was = _word(_part(change, "old_chat_member"), "status")
    added = status in _PRESENT and was not in _PRESENT
    return groups.invitation(known) if added and _chat(change) in groups.HERE else None


def _chat(holder: Mapping[str, Any]) -> str:
    return _word(_part(holder, "chat"), "type")


def _from_bot(message: Mapping[str, Any]) -> bool:
    return _part(message, "from").get("is_bot") is True


def _word(holder: Mapping[str, Any], name: str) -> str:
    found = holder.get(name)
    return found if isinstance(found, str) else ""


def _part(holder: Any, name: str) -> Mapping[str, Any]:
    found = holder.get(name) if isinstance(holder, Mapping) else None
    return found if isinstance(found, Mapping) else {}
