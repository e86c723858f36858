"""Delivery to a webhook: one update after the other, each until it is taken with a 2xx status."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from tests.support.telegram_server.state import State

_AGAIN = 0.05
_PATIENCE = 5.0


async def deliver(state: State, changed: asyncio.Event) -> None:
    """Post updates while a webhook is set."""
    client = AsyncHTTPClient(force_instance=True)
    while True:
        if not (state.webhook.get("url") and state.updates):
            changed.clear()
            await changed.wait()
            continue
        update = state.updates[0]
        if await _taken(client, state, json.dumps(update)):
            state.take(update["update_id"] + 1, 1)
        else:
            await asyncio.sleep(_AGAIN)


async def _taken(client: AsyncHTTPClient, state: State, body: str) -> bool:
    secret = state.webhook.get("secret_token", "")
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    url = state.webhook["url"]
    sent: dict[str, Any] = {"method": "POST", "headers": headers, "body": body, "ca_certs": state.authority}
    try:
        answer = await client.fetch(HTTPRequest(url, request_timeout=_PATIENCE, **sent), raise_error=False)
    except (OSError, HTTPClientError):  # refused; or silent, or broken off
        return False
    return 200 <= answer.code < 300
