"""Groups: one line that leads to a private chat, and only when the assistant is spoken to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.face import keyboard, plain
from bot.face.commands import COMMANDS
from bot.face.incoming import Decision, Say
from bot.face.known import Known
from bot.face.numbers import emergency
from bot.face.outgoing import message
from bot.face.texts import text

HERE = frozenset({"group", "supergroup"})


def sent(received: Mapping[str, Any], known: Known) -> Decision:
    """The line, to a command, a mention or a reply meant for the assistant; else nothing."""
    return invitation(known) if _addressed(received, known) else None


def invitation(known: Known) -> Say:
    """The line, with a button to the private chat when the assistant's name is known."""
    link: keyboard.Button = {"text": text("buttons.private"), "url": f"https://t.me/{known.username}"}
    return Say((message(text("group", emergency=emergency(known.country)), [[link]] if known.username else ()),))


def _addressed(received: Mapping[str, Any], known: Known) -> bool:
    answered = received.get("reply_to_message")
    to = answered.get("from") if isinstance(answered, Mapping) else None
    if isinstance(to, Mapping) and to.get("is_bot") is True and _named(str(to.get("username", "")), known):
        return True
    return any(_meant(*found, known) for found in _spoken_to(received))


def _spoken_to(received: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Mentions and commands in the text: their type and their words."""
    units = plain.written(received).encode("utf-16-le")
    for entity in [*_list(received.get("entities")), *_list(received.get("caption_entities"))]:
        start, length = entity.get("offset"), entity.get("length")
        if str(entity.get("type")) in {"mention", "bot_command"} and isinstance(start, int) and isinstance(length, int):
            yield str(entity["type"]), units[start * 2 : (start + length) * 2].decode("utf-16-le", "ignore")


def _meant(kind: str, said: str, known: Known) -> bool:
    name, _, whose = said.partition("@")
    if kind == "bot_command" and not whose:
        return name.removeprefix("/").lower() in COMMANDS
    return _named(whose, known)


def _named(username: str, known: Known) -> bool:
    """Whether that is the assistant; while its name is not known, any bot's name is taken for it."""
    if known.username:
        return username.lower() == known.username.lower()
    return username.lower().endswith("bot")


def _list(found: Any) -> list[Mapping[str, Any]]:
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
