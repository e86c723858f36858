"""Collects what the assistant says, with its record, which Rasa's own channels drop."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Replies(OutputChannel):
    """One turn's replies, as the gateway gets them."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self.said: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """The name Rasa gives to the slot ``requested_channel`` and the like."""
        return "companion"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the message whole."""
        self.said.append(reply(message.get("text"), message.get("buttons"), message.get("metadata")))


def reply(text: Any, buttons: Any, metadata: Any) -> dict[str, Any]:
    """A reply of the form both sides agreed on."""
    kept = [{"title": button.get("title"), "payload": button.get("payload")} for button in buttons or []]
    return {"text": text or "", "buttons": kept, "metadata": metadata or {}}
