"""What a family says of its talk: whether we may learn from it, and what an answer was worth."""

from __future__ import annotations

import time
from typing import Any

from conversations import feedback
from conversations.consent import set_consent
from conversations.database import answering, writing
from conversations.tracker_store import ConversationStore
from rasa_channel.question import QuestionError, text_of
from rasa_channel.store import ours


class NotKept(RuntimeError):
    """The tracker store keeps no opinions."""


async def consent(agent: Any, sender: str, body: Any) -> dict[str, Any]:
    """``{"given": bool}``: note a yes or a no. Raises QuestionError and NotKept."""
    given = body.get("given") if isinstance(body, dict) else None
    if not isinstance(given, bool):
        raise QuestionError("`given` is missing or neither true nor false")
    with answering(), writing(_store(agent).engine).begin() as connection:
        set_consent(connection, sender, given=given, now=time.time())
    return {"given": given}


async def rate(agent: Any, sender: str, body: Any) -> dict[str, Any]:
    """``{"topic", "version", "verdict": "up", "down" or null}``; whether there was such an answer.

    Raises QuestionError and NotKept.
    """
    topic, version = (text_of(body, name) for name in ("topic", "version"))
    if body.get("verdict", "") not in feedback.VERDICTS:
        raise QuestionError("`verdict` must be up, down or null")
    with answering(), writing(_store(agent).engine).begin() as connection:
        return {"rated": feedback.rate(connection, sender, topic, version, body["verdict"])}


def _store(agent: Any) -> ConversationStore:
    store = ours(agent.tracker_store)
    if store is None:
        raise NotKept("this tracker store keeps no opinions; name conversations.tracker_store in endpoints.yml")
    return store
