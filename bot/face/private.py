"""What a message in a private chat asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face import callback, keyboard, media, plain
from bot.face.commands import command
from bot.face.incoming import Ask, Decision, Say
from bot.face.known import Known
from bot.face.languages import detect, line
from bot.face.numbers import emergency
from bot.face.outgoing import Outgoing, message
from bot.face.split import MOST, size
from bot.face.texts import text

_LONGEST = 80  # of what is said once, as it is kept
_FORWARDED = ("forward_origin", "forward_date")


def sent(received: Mapping[str, Any], language: str | None, known: Known) -> Decision:
    """Words are asked, commands act, what has no words gets a line; a service message is left alone."""
    written, kind = plain.written(received), media.kind(received)
    if written and not kind and not _forwarded(received):
        return command(written, language, known) or words(written, language, known)
    if written:
        before = text("forwarded" if _forwarded(received) else "media.caption")
        return words(written, language, known, (message(before),))
    if kind:
        return Say((media.reply(kind),), once=_album(received))
    return Say((media.reply(media.OTHER),)) if "text" in received else None


def edited(received: Mapping[str, Any]) -> Decision:
    """Ask whether the new words are meant as a question; a place that moves, or a caption gone, is no edit."""
    if not plain.written(received):
        return None
    buttons = keyboard.confirm(callback.EDITED, text("buttons.edited_yes"), text("buttons.edited_no"))
    return Say((message(text("edited.ask"), buttons, reply_parameters=_to(received)),))


def words(written: str, language: str | None, known: Known, before: tuple[Outgoing, ...] = ()) -> Decision:
    """Hand the words on, unless they are none, too many, or in a language we do not read."""
    asked = plain.asked(written, known)
    if not asked:
        return Say((media.reply(media.OTHER),))
    if size(asked) > MOST:
        return Say((message(text("too_long", emergency=emergency(known.country)), safety=True),))
    if plain.only_emoji(asked):
        return Say((message(text(f"emoji.{'sad' if plain.sad(asked) else 'other'}"), [keyboard.command("topics")]),))
    foreign = detect(asked, language)
    if foreign:
        return Say((message(line(foreign, known.country), safety=True),))
    return Ask(asked, before=before)


def _forwarded(received: Mapping[str, Any]) -> bool:
    return any(name in received for name in _FORWARDED)


def _album(received: Mapping[str, Any]) -> str | None:
    album = received.get("media_group_id")
    return f"album:{album}"[:_LONGEST] if album else None


def _to(received: Mapping[str, Any]) -> dict[str, Any]:
    return {"message_id": received.get("message_id"), "allow_sending_without_reply": True}
