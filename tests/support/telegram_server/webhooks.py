"""Delivery to a webhook: one update after the other, each until it is taken with a 2xx status."""

from __future__ import annotations

import asyncio
import json

from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from tests.support.telegram_server.state import State

_AGAIN = 0.05


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
    request = HTTPRequest(url, method="POST", headers=headers, body=body, request_timeout=5, ca_certs=state.authority)
    try:
        answer = await client.fetch(request, raise_error=False)
    except OSError:
        return False
    return 200 <= answer.code < 300
