"""The HTTP side: ``/bot<token>/<method>``, answered as Telegram answers."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from tornado.web import RequestHandler

from tests.support.telegram_server import checks
from tests.support.telegram_server.state import SENDING, Call, Fault, State

_WORDS = ("text", "caption", "description", "short_description", "url", "secret_token", "language_code", "parse_mode")
ME = {"id": 123456, "is_bot": True, "first_name": "Companion", "username": "companion_bot"}


class Handler(RequestHandler):
    """One call of the Bot API."""

    def initialize(self, state: State, token: str, changed: asyncio.Event) -> None:
        self.state, self.token, self.changed, self.gone = state, token, changed, False

    def on_connection_close(self) -> None:
        self.gone = True
        self.changed.set()

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        if token != self.token:
            self._refuse(401, "Unauthorized")
            return
        params = self._params()
        fault = self.state.fault_for(method, params)
        if fault and not await self._survives(fault):
            return
        result = await self._carry_out(method, params)
        if fault and fault.drop == "after":
            self._drop()
        elif not self._finished:
            self.finish({"ok": True, "result": result})

    async def _survives(self, fault: Fault) -> bool:
        await asyncio.sleep(fault.delay)
        if fault.drop == "before":
            self._drop()
        elif fault.status:
            self._refuse(fault.status, fault.description, fault.retry_after)
        return not (fault.status or fault.drop == "before")

    async def _carry_out(self, method: str, params: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return await self._updates(params)
        if refused := checks.refusal(method, params, self.state.blocked):
            self._refuse(*refused)
            return None
        files = {name: (sent[0]["filename"], len(sent[0]["body"])) for name, sent in self.request.files.items()}
        call = self.state.record(method, params, files)
        return _RESULTS.get(method, lambda *_: True)(self.state, call)

    async def _updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        until = time.monotonic() + float(params.get("timeout", 0))
        self.state.polled()
        while not (found := self.state.take(int(params.get("offset") or 0), int(params.get("limit") or 100))):
            left = until - time.monotonic()
            if left <= 0 or self.gone:
                break
            self.changed.clear()
            try:
                await asyncio.wait_for(self.changed.wait(), left)
            except asyncio.TimeoutError:
                break
        return found

    def _params(self) -> dict[str, Any]:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            return dict(json.loads(self.request.body or b"{}"))
        given = {name: self.get_argument(name, strip=False) for name in self.request.arguments}
        return {name: value if name in _WORDS else _parsed(value) for name, value in given.items()}

    def _refuse(self, status: int, description: str, retry_after: int = 0) -> None:
        self.state.refused.append((self.request.path.rpartition("/")[2], status))
        self.set_status(status)
        more = {"parameters": {"retry_after": retry_after}} if retry_after else {}
        self.finish({"ok": False, "error_code": status, "description": description, **more})

    def _drop(self) -> None:
        self._finished = True
        self.request.connection.stream.close()  # type: ignore[union-attr]


def _parsed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _message(_state: State, call: Call) -> dict[str, Any]:
    chat = {"id": call.params["chat_id"], "type": "private"}
    return {"message_id": call.message_id, "date": int(time.time()), "chat": chat, "text": call.text}


def _keep(state: State, call: Call) -> bool:
    name = call.method.removeprefix("set").removesuffix("Webhook") or "Webhook"
    state.kept[f"{name}:{call.params.get('language_code', '')}"] = call.params
    return True


def _kept(state: State, call: Call) -> Any:
    name = call.method.removeprefix("get").removeprefix("My")
    found = state.kept.get(f"My{name}:{call.params.get('language_code', '')}", {})
    return found.get("commands", []) if name == "Commands" else {_SNAKE[name]: found.get(_SNAKE[name], "")}


def _set_webhook(state: State, call: Call) -> bool:
    state.webhook = call.params
    return True


def _delete_webhook(state: State, _call: Call) -> bool:
    state.webhook = {}
    return True


def _webhook(state: State, _call: Call) -> dict[str, Any]:
    return {
        "url": state.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates),
        **{name: state.webhook[name] for name in ("max_connections", "allowed_updates") if name in state.webhook},
    }


_SNAKE = {"Description": "description", "ShortDescription": "short_description"}
_RESULTS: dict[str, Any] = {
    "getMe": lambda *_: ME,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _webhook,
    **dict.fromkeys(SENDING, _message),
    **dict.fromkeys(("setMyCommands", "setMyDescription", "setMyShortDescription"), _keep),
    **dict.fromkeys(("getMyCommands", "getMyDescription", "getMyShortDescription"), _kept),
}
