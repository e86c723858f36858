"""What every turn needs: the stores, Rasa, the screen, and who we are."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.gateway.limit import Limit
from bot.gateway.pseudonym import pseudonym
from bot.gateway.rasa import Rasa
from bot.metrics import Metrics
from bot.screening import Screen
from bot.send.delivery import Delivery
from bot.store.database import Database


class Store(Protocol):
    """A store outside the gateway that keeps something of a conversation. All raise RasaFailed when it is away."""

    async def export(self, conversation: str) -> dict[str, Any]:
        """What it keeps, ready for JSON, under a name of its own."""

    async def erase(self, conversation: str) -> None:
        """Forget it; forgetting twice is no fault."""

    async def consent(self, conversation: str, *, given: bool) -> None:
        """Note whether we may learn from it."""

    async def rate(self, conversation: str, topic: str, version: str, verdict: str) -> None:
        """Note a thumb on an answer of it."""


@dataclass(frozen=True)
class Work:
    """The tools of a turn.

    ``username`` is the bot's own, without the at sign; ``retention_days`` is told to families;
    ``thumb_given`` is set whenever a thumb was kept.
    """

    database: Database
    rasa: Rasa
    delivery: Delivery
    screen: Screen
    metrics: Metrics
    limit: Limit
    pseudonym_key: str
    stores: Sequence[Store] = ()
    username: str | None = None
    retention_days: int | None = None
    thumb_given: asyncio.Event = field(default_factory=asyncio.Event)

    def conversation(self, chat_id: int) -> str:
        """What the chat is called outside the gateway."""
        return pseudonym(self.pseudonym_key, chat_id)
