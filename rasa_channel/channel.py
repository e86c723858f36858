"""The connector Rasa loads: its routes, and the secret each of them wants to see."""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import LockError
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from conversations.database import StoreUnavailable
from environment.setting import SettingError, given
from rasa_channel import opinions, readiness
from rasa_channel.question import Question, QuestionError, text_of
from rasa_channel.records import NotErasable, erase, export
from rasa_channel.turn import handle

logger = logging.getLogger(__name__)

Handler = Callable[..., Awaitable[HTTPResponse]]
Keep = Callable[[Any, str, Any], Awaitable[dict[str, Any]]]
NAME = "companion"
_FIRST_WORDS = "what is neuroblastoma"
SETTING = "CHANNEL_SECRET"


class CompanionChannel(InputChannel):
    """Asked by the gateway and by nobody else.

    ``POST /webhooks/companion/webhook`` takes a ``Question`` as JSON and gives ``{"replies": [...]}``;
    ``GET`` and ``DELETE /webhooks/companion/conversations/<sender>`` give and erase one conversation; below it
    ``PUT consent`` and ``POST feedback`` keep what a family says of it, see ``rasa_channel.opinions``.
    """

    def __init__(self, secret: str) -> None:
        """``secret`` must be shown as ``Authorization: Bearer``."""
        self._shown = f"Bearer {secret}".encode()

    @classmethod
    def name(cls) -> str:
        """The name in the address."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """Read the secret from the environment. Raises RasaException, which Rasa shows as one line."""
        try:
            secret = given(SETTING, os.environ)
        except SettingError as error:
            raise RasaException(str(error)) from error
        if not secret:
            raise RasaException(f"{SETTING} is not set; give Rasa the one the gateway has (openssl rand -hex 32)")
        return cls(secret)

    def blueprint(self, on_new_message: Callable[[Any], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        routes = Blueprint("companion_channel")
        routes.listener("after_server_start")(_warm)
        routes.add_route(self._guarded(_health), "/", methods=["GET"], name="health")
        routes.add_route(self._guarded(_answer), "/webhook", methods=["POST"], name="webhook")
        routes.add_route(self._guarded(_export), "/conversations/<sender:str>", methods=["GET"], name="export")
        routes.add_route(self._guarded(_erase), "/conversations/<sender:str>", methods=["DELETE"], name="erase")
        for name, method, keep in (("consent", "PUT", opinions.consent), ("feedback", "POST", opinions.rate)):
            handler = self._guarded(partial(_opinion, keep))
            routes.add_route(handler, f"/conversations/<sender:str>/{name}", methods=[method], name=name)
        routes.listener("after_server_start")(readiness.begin)
        routes.listener("before_server_stop")(readiness.end)
        return routes

    def _guarded(self, handler: Handler) -> Handler:
        async def guarded(request: Request, **parts: str) -> HTTPResponse:
            shown = request.headers.get("authorization", "").encode()
            if hmac.compare_digest(shown, self._shown):
                return await away_as_503(handler)(request, **parts)
            return response.json({"error": f"show {SETTING} as Authorization: Bearer"}, status=401)

        return guarded


def away_as_503(handler: Handler) -> Handler:
    """The handler, for which a database or locks that are away are no fault of the question: 503, ask again."""

    async def told(request: Request, **parts: str) -> HTTPResponse:
        try:
            return await handler(request, **parts)
        except LockError:
            return response.json({"error": "the conversation is held elsewhere, or Redis is away"}, status=503)
        except StoreUnavailable as error:
            logger.error("the database is away: %s", error)
            return response.json({"error": f"the database is away ({error})"}, status=503)

    return told


async def _warm(app: Any, _loop: asyncio.AbstractEventLoop) -> None:
    """Understand one sentence before the first family's: what is loaded on first use is loaded then."""
    if app.ctx.agent.is_ready():
        await app.ctx.agent.parse_message(_FIRST_WORDS)


async def _health(request: Request) -> HTTPResponse:
    ready = request.app.ctx.agent.is_ready()
    return response.json({"status": "ok" if ready else "no model"}, status=200 if ready else 503)


async def _answer(request: Request) -> HTTPResponse:
    try:
        question = Question.read(request.json)
    except QuestionError as error:
        return response.json({"error": str(error)}, status=400)
    turn = asyncio.ensure_future(handle(_ready(request), question))
    turn.add_done_callback(lambda done: done.cancelled() or done.exception())  # seen, even when nobody waits any more
    try:
        # When the gateway's patience ends, the turn goes on: asked again, it is answered from the record.
        return response.json({"replies": await asyncio.shield(turn)})
    except (LockError, StoreUnavailable):
        raise
    except Exception as error:
        logger.error("a turn failed: %s", type(error).__name__)
        return response.json({"error": "the turn failed"}, status=500)


async def _export(request: Request, sender: str) -> HTTPResponse:
    return response.json(await export(_ready(request), sender))


async def _erase(request: Request, sender: str) -> HTTPResponse:
    try:
        done = await erase(_ready(request), sender)
    except NotErasable as error:
        return response.json({"error": str(error)}, status=501)
    return response.json({"erased": True, **done})


async def _opinion(keep: Keep, request: Request, sender: str) -> HTTPResponse:
    try:
        return response.json(await keep(_ready(request), text_of({"sender": sender}, "sender"), request.json))
    except QuestionError as error:
        return response.json({"error": str(error)}, status=400)
    except opinions.NotKept as error:
        return response.json({"error": str(error)}, status=501)


def _ready(request: Request) -> Any:
    agent = request.app.ctx.agent
    if not agent.is_ready():
        raise SanicException("there is no model yet", status_code=503)
    return agent
