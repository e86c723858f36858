"""What is said when a move broke: the plain safety reply if there must be one, else that we failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogue.outcome import Outcome
from dialogue.reply import Reply
from dialogue.turn import Finding
from dialogue.wording import text
from safety import reply as texts
from safety.reply_country import named


def unavailable(message: Mapping[str, Any], slots: Mapping[str, Any]) -> Reply:
    """The reply to Rasa's ``latest_message`` without memory and topics; of the slots only the country is read."""
    found = Finding.from_message(message)
    if found is None:
        return Reply(Outcome.UNAVAILABLE, text("unavailable"))
    said, country = str(message.get("text") or ""), slots.get("country")
    known = named(said) or (country if isinstance(country, str) else None)
    return Reply(Outcome(found.category), texts.reply(found.category, found.rule, said, known))
