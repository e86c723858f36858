"""What an update means for the gateway: ask Rasa, say something at once, do something in the stores, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.face.outgoing import Outgoing


@dataclass(frozen=True)
class Ask:
    """The family's words, or a button's payload, go to Rasa.

    Only a ``payload`` may begin with a slash. ``before`` is sent before the answer, as when a caption is
    read but its photo is not.
    """

    text: str
    payload: bool = False
    before: tuple[Outgoing, ...] = ()


@dataclass(frozen=True)
class Say:
    """The gateway answers by itself.

    With ``once``, only the first such decision of a chat is said, as for the photos of one album.
    """

    messages: tuple[Outgoing, ...]
    once: str | None = None


@dataclass(frozen=True)
class Act:
    """The gateway does something in its stores first, then says what ``bot.face.after`` has for it.

    ``what`` and its ``args``:

    - ``export``: all that is kept of this chat, as a file
    - ``delete_confirmed`` (``message_id`` of the question, when known): erase in every store
    - ``stop``: drop what waits to be sent; the next message of the family starts again
    - ``country`` (``code``, an ISO code of ``safety.helplines``): keep it
    - ``feedback`` (``verdict`` up or down, ``topic``, ``version``, ``message_id``): keep the last for each message
    - ``consent`` (``given``, yes or no): whether we may learn from the family's words
    - ``blocked``, ``unblocked``: the family shut the chat, or opened it again
    """

    what: str
    args: Mapping[str, str] = field(default_factory=dict)


Decision: TypeAlias = "Ask | Say | Act | None"  # None: nothing to do, which is recorded as handled
