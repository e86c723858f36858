"""What is derived from the gateway's key: names of chats outside its tables, and the webhook's secret."""

from __future__ import annotations

import hashlib
import hmac

from conversations.pseudonym import pseudonym

__all__ = ["pseudonym", "webhook_secret"]


def webhook_secret(key: str, token: str) -> str:
    """What Telegram must show at the webhook; derived, so that there is no further secret to keep."""
    return hmac.new(key.encode(), f"webhook {token}".encode(), hashlib.sha256).hexdigest()
