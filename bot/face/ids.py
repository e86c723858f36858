"""Ids of chats and messages, as far as they are any."""

from __future__ import annotations

from typing import Any

_MOST = 2**63 - 1


def id_of(found: Any) -> int | None:
    """The id; None for what is no whole number, or one that no database holds."""
    whole = isinstance(found, int) and not isinstance(found, bool)
    return found if whole and -_MOST <= found <= _MOST else None
