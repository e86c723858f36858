"""What families write waits in the gateway's tables encrypted; chat ids and times stand there in plain."""

from __future__ import annotations

import logging
from typing import Any

from cryptography.fernet import InvalidToken, MultiFernet
from sqlalchemy import LargeBinary, Text
from sqlalchemy.types import TypeDecorator

logger = logging.getLogger(__name__)

_TOKEN = b"gAAAA"  # how every Fernet token begins
_NOTHING = b"{}"  # of an update or a message: nothing to do
_box: MultiFernet | None = None


def seal_with(box: MultiFernet | None) -> None:
    """Encrypt from now on with ``box``; None: in plain, as in tests of the tables."""
    global _box  # noqa: PLW0603
    _box = box


def _sealed(content: bytes) -> bytes:
    return content if _box is None else _box.encrypt(content)


def _opened(content: bytes) -> bytes:
    """What was kept before there were keys is read as it is; what no key opens is let go, with a line in the log."""
    if _box is None or not content.startswith(_TOKEN):
        return content
    try:
        return _box.decrypt(content)
    except InvalidToken:
        logger.error("something that waits cannot be decrypted: its key is not in CONVERSATIONS_KEY or the key file")
        return _NOTHING


class SealedText(TypeDecorator[str]):
    """A text column of tokens."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:  # noqa: ARG002
        """Encrypt."""
        return None if value is None else _sealed(str(value).encode()).decode()

    def process_result_value(self, value: Any, dialect: Any) -> str | None:  # noqa: ARG002
        """Decrypt."""
        return None if value is None else _opened(str(value).encode()).decode()


class SealedBytes(TypeDecorator[bytes]):
    """A column of bytes that are a token."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> bytes | None:  # noqa: ARG002
        """Encrypt."""
        return None if value is None else _sealed(bytes(value))

    def process_result_value(self, value: Any, dialect: Any) -> bytes | None:  # noqa: ARG002
        """Decrypt."""
        return None if value is None else _opened(bytes(value))
