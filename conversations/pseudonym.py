"""What a chat is called outside the gateway's tables."""

from __future__ import annotations

import hashlib
import hmac


def pseudonym(key: str, chat_id: int) -> str:
    """The conversation id of a chat: the same each time, and no way back without ``key``."""
    return hmac.new(key.encode(), str(chat_id).encode(), hashlib.sha256).hexdigest()
