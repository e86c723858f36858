"""What is said once the gateway has done what an ``Act`` asks for, and what it says when it cannot answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face import callback, keyboard
from bot.face import feedback as thumbs
from bot.face.numbers import emergency, for_country
from bot.face.outgoing import Outgoing, file, message
from bot.face.texts import text


def acknowledge(update: Mapping[str, Any]) -> Outgoing | None:
    """The answer to a pressed button, to be sent at once for every callback query; None for other updates.

    Telegram refuses it when the press is older than some minutes; that is no fault.
    """
    query = _query(update)
    if not isinstance(query.get("id"), str):
        return None
    press = callback.read(query.get("data"))
    said = {"text": text("toast")} if press and press.kind in keyboard.THUMBS else {}
    return Outgoing("answerCallbackQuery", {"callback_query_id": str(query["id"]), **said})


def feedback(update: Mapping[str, Any]) -> tuple[Outgoing, ...]:
    """After ``feedback``: the thumb that was pressed is marked; nothing when it was already."""
    edit = thumbs.marked(_query(update))
    return (edit,) if edit else ()


def consented(update: Mapping[str, Any], *, given: bool) -> tuple[Outgoing, ...]:
    """After ``consent``: what is so now, and the button that changes it again."""
    edit = keyboard.replaced(_query(update), keyboard.consent(given=given))
    return (*([edit] if edit else []), message(text("consent.given" if given else "consent.revoked")))


def country(code: str) -> tuple[Outgoing, ...]:
    """After ``country``: which numbers will be shown, and the one for an ambulance."""
    there = for_country(code)
    said = text("country.kept", country=there.name, emergency=there.emergency)
    return (message(said, [keyboard.command("topics")]),)


def exported(bytes_key: str) -> tuple[Outgoing, ...]:
    """After ``export``: the JSON file whose bytes are at ``bytes_key``."""
    document = file("our-talk.json", bytes_key)
    return (Outgoing("sendDocument", {"document": document, "caption": text("export.caption")}),)


def deleted(receipt: str, message_id: str | None = None) -> tuple[Outgoing, ...]:
    """After ``delete_confirmed``: the buttons of the question go, and the receipt is given."""
    query = {"message": {"message_id": int(message_id)}} if message_id else {}
    edit = keyboard.replaced(query, [])
    return (*([edit] if edit else []), message(text("delete.done", receipt=receipt)))


def stopped() -> tuple[Outgoing, ...]:
    """After ``stop``."""
    return (message(text("stop")),)


def unavailable(country_code: str | None = None) -> tuple[Outgoing, ...]:
    """When the assistant does not answer in time and no safety reply is due; it is asked again later."""
    return (message(text("unavailable", emergency=emergency(country_code)), safety=True),)


def too_fast(country_code: str | None = None) -> tuple[Outgoing, ...]:
    """When a chat sends more than its limit."""
    return (message(text("too_fast", emergency=emergency(country_code)), safety=True),)


def _query(update: Mapping[str, Any]) -> Mapping[str, Any]:
    found = update.get("callback_query")
    return found if isinstance(found, Mapping) else {}
