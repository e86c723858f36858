"""What is logged: our own lines. Libraries may show tokens and families' words, so they are kept quiet."""

from __future__ import annotations

import logging

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_CHATTY = ("httpx", "httpcore", "telegram", "tornado", "sqlalchemy", "asyncio", "aiolimiter", "hpack")


def configure(level: str) -> None:
    """Log to stderr from ``level`` on."""
    logging.basicConfig(level=level, format=_FORM)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
