"""Rasa, asked through our channel, with a deadline."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import httpx

from bot.metrics import Metrics

PATH = "/webhooks/companion"
_MOST_AT_ONCE = 8
_NOBODY_THERE = (502, 503, 504)  # what a proxy says when no Rasa answers it, and Rasa when it has no model or no lock


class RasaFailed(RuntimeError):
    """Rasa gave no answer. ``reason`` is one word; ``away`` is true when Rasa did not even take the question."""

    def __init__(self, reason: str, *, away: bool) -> None:
        """Keep both."""
        super().__init__(f"Rasa gave no answer: {reason}")
        self.reason, self.away = reason, away


@dataclass(frozen=True)
class Question:
    """What goes to Rasa. ``sender`` is the conversation's pseudonym, never the chat id."""

    sender: str
    text: str
    update_id: int
    language: str | None
    country: str | None


class Rasa:
    """A client of the channel. Every call raises RasaFailed when it does not get what it asked for."""

    def __init__(self, url: str, secret: str, deadline: float, metrics: Metrics) -> None:
        """``deadline`` is in seconds, counted from when the call begins.

        ``when_back`` is called at the first answer after Rasa was away.
        """
        self._client = httpx.AsyncClient(  # nosec B113  # the deadline of a call is asyncio's
            base_url=url + PATH, headers={"Authorization": f"Bearer {secret}"}, timeout=None, trust_env=False
        )
        self._deadline, self._metrics = deadline, metrics
        self._places = asyncio.Semaphore(_MOST_AT_ONCE)
        self._away = False
        self.when_back: Callable[[], None] = lambda: None

    async def ask(self, question: Question) -> Sequence[dict[str, Any]]:
        """The replies, at least one: an empty list means that something broke."""
        began = time.monotonic()
        answer = await self._call("POST", "/webhook", asdict(question))
        self._metrics.rasa.observe(time.monotonic() - began)
        replies = answer.get("replies") if isinstance(answer, dict) else None
        if not isinstance(replies, list) or not replies:
            raise self._failed("empty", away=False)
        return replies

    async def export(self, conversation: str) -> dict[str, Any]:
        """What Rasa keeps of a conversation, ready for JSON."""
        return {"conversation": await self._call("GET", f"/conversations/{conversation}")}

    async def erase(self, conversation: str) -> None:
        """Let Rasa erase a conversation."""
        await self._call("DELETE", f"/conversations/{conversation}")

    async def consent(self, conversation: str, *, given: bool) -> None:
        """Note whether we may learn from the conversation."""
        await self._call("PUT", f"/conversations/{conversation}/consent", {"given": given})

    async def rate(self, conversation: str, topic: str, version: str, verdict: str) -> None:
        """Note a thumb; one on an answer that is no longer known is let go."""
        body = {"topic": topic, "version": version, "verdict": verdict}
        await self._call("POST", f"/conversations/{conversation}/feedback", body)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _call(self, method: str, path: str, body: Any = None) -> Any:
        async with self._places:
            try:
                answer = await asyncio.wait_for(self._client.request(method, path, json=body), self._deadline)
                answer.raise_for_status()
                found = answer.json()
            except asyncio.TimeoutError as error:
                raise self._failed("deadline", away=True) from error
            except httpx.HTTPStatusError as error:
                status = error.response.status_code
                raise self._failed(f"status {status}", away=status in _NOBODY_THERE) from error
            except httpx.HTTPError as error:
                raise self._failed("connection", away=True) from error
            except ValueError as error:
                raise self._failed("no JSON", away=False) from error
            self._back()
            return found

    def _back(self) -> None:
        if self._away:
            self._away = False
            self.when_back()

    def _failed(self, reason: str, *, away: bool) -> RasaFailed:
        self._metrics.rasa_failed.labels(reason).inc()
        self._away = self._away or away
        return RasaFailed(reason, away=away)
