"""Lines the encoder is never taught with, so that what is fitted on its vectors can see them unseen."""

from __future__ import annotations

import zlib

_SIXTH = 6


def kept_apart(text: str) -> bool:
    """Whether ``text`` is kept apart: a sixth of all, by checksum, so that it stays so whatever is added."""
    return zlib.crc32(text.encode()) % _SIXTH == 0
