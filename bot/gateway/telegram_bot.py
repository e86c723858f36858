"""The Bot API as the gateway uses it: raw JSON in, raw JSON out, a limit on how fast, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.gateway.inbox_queue import RawUpdate
from bot.gateway.pulse import Pulse

_CONNECT_SECONDS, _READ_SECONDS, _POOL_SECONDS = 5.0, 10.0, 5.0
_CONNECTIONS = 64


class Limiter(AIORateLimiter):
    """Telegram's limit of 30 messages a second; "is typing" and answers to presses are not messages."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        *rest: Any,
        **more: Any,
    ) -> Any:
        """Hold a message back until the limit lets it through."""
        if endpoint in ("sendChatAction", "answerCallbackQuery"):
            return await callback(*args, **kwargs)
        return await super().process_request(callback, args, kwargs, endpoint, *rest, **more)


class TelegramBot(ExtBot[int]):
    """A bot whose updates stay as Telegram wrote them. Every poll, answered or not, is a sign of life."""

    def __init__(self, token: str, api_url: str, pulse: Pulse) -> None:
        """``api_url`` is the server's address, without ``/bot``."""
        timeouts: dict[str, Any] = {
            "connect_timeout": _CONNECT_SECONDS,
            "read_timeout": _READ_SECONDS,
            "pool_timeout": _POOL_SECONDS,
        }
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=HTTPXRequest(connection_pool_size=_CONNECTIONS, **timeouts),
            get_updates_request=HTTPXRequest(connection_pool_size=2, **timeouts),
            rate_limiter=Limiter(),
        )
        self._pulse = pulse

    async def get_updates(  # type: ignore[override]  # raw updates; our Updater only reads their numbers
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,
        allowed_updates: Any = None,
        **_more: Any,
    ) -> tuple[RawUpdate, ...]:
        """The updates not confirmed yet. Raises TelegramError."""
        self._pulse.beat()
        wait = timeout.total_seconds() if isinstance(timeout, timedelta) else float(timeout or 0)
        data = {"offset": offset, "limit": limit, "timeout": int(wait), "allowed_updates": allowed_updates}
        try:
            found: Any = await self._post("getUpdates", data, read_timeout=_READ_SECONDS + wait)
        finally:
            self._pulse.beat()
        return tuple(RawUpdate(int(raw["update_id"]), raw) for raw in found)

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        """Call ``method`` with ``params`` as they are. Raises TelegramError."""
        return await self._post(method, dict(params))
