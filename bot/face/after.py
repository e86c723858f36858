"""What is said once the gateway has done what an ``Act`` asks for, and what it says when it cannot answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.face.outgoing import Outgoing, file, message


def acknowledge(update: Mapping[str, Any]) -> Outgoing | None:
    """The answer to a pressed button, to be sent at once for every callback query; None for other updates.

    Telegram refuses it when the press is old; that is no fault.
    """
    query = update.get("callback_query") or {}
    return Outgoing("answerCallbackQuery", {"callback_query_id": str(query["id"])}) if "id" in query else None


def feedback(update: Mapping[str, Any]) -> tuple[Outgoing, ...]:
    """After ``feedback``: the thumb that was pressed is marked."""
    return ()


def country(code: str) -> tuple[Outgoing, ...]:
    """After ``country``: the number there."""
    return (message(code),)


def exported(bytes_key: str) -> tuple[Outgoing, ...]:
    """After ``export``: the file, whose bytes are at ``bytes_key``."""
    return (Outgoing("sendDocument", {"document": file("my-conversation.json", bytes_key)}),)


def deleted(receipt: str, message_id: str | None = None) -> tuple[Outgoing, ...]:
    """After ``delete_confirmed``: the receipt; the question's buttons go."""
    return (message(receipt),)


def stopped() -> tuple[Outgoing, ...]:
    """After ``stop``."""
    return (message("Stopped."),)


def unavailable() -> tuple[Outgoing, ...]:
    """When Rasa does not answer in time and no safety reply is due."""
    return (message("Please try again."),)


def too_fast() -> tuple[Outgoing, ...]:
    """When a chat sends more than its limit."""
    return (message("One at a time, please."),)
