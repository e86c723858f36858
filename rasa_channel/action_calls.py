"""How Rasa asks the action server: with what actions look at and no more, over connections that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

import aiohttp
from rasa.core.actions.constants import SELECTIVE_DOMAIN
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.utils.endpoints import EndpointConfig

# The action server lets go of a connection that rested five seconds; ours must do so first.
_RESTS = 3.0
_UNREAD = ("events",)


class ActionCalls(EndpointConfig):
    """An endpoint as Rasa has it; but the domain and the session's events stay at home, and connections live on.

    Our actions look at the slots and at the latest message. Rasa sends the whole domain and every event of the
    session with each call, over a new connection.
    """

    _session: aiohttp.ClientSession | None = None

    @classmethod
    def instead_of(cls, endpoint: EndpointConfig) -> ActionCalls:
        """The same address with the same credentials."""
        own = {name: value for name, value in vars(endpoint).items() if name not in ("type", "kwargs")}
        return cls(**own, **{**endpoint.kwargs, SELECTIVE_DOMAIN: True})

    def session(self) -> Any:
        """The connections; leaving the block does not close them."""
        if self._session is None or self._session.closed:
            auth = (
                aiohttp.BasicAuth(self.basic_auth["username"], self.basic_auth["password"]) if self.basic_auth else None
            )
            self._session = aiohttp.ClientSession(
                auth=auth,
                timeout=aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
                connector=aiohttp.TCPConnector(keepalive_timeout=_RESTS),
            )
        return nullcontext(self._session)

    async def request(self, *args: Any, json: Mapping[str, Any] | None = None, **kwargs: Any) -> Any:
        """Rasa's answer to one call. A connection the other side let go of is made anew, once: actions keep nothing."""
        body = slim(json)
        try:
            return await super().request(*args, json=body, **kwargs)
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            return await super().request(*args, json=body, **kwargs)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


def slim(call: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The call without the events of the session."""
    if call is None:
        return None
    tracker = {name: value for name, value in (call.get("tracker") or {}).items() if name not in _UNREAD}
    return {**call, "tracker": tracker}
