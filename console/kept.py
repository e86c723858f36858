"""The one door to ``conversations``: opening what is kept, sealing what is noted, searching, erasing."""

from __future__ import annotations

from console.interim import Body, close_body, erase, open_body, scrub, seal, unseal, words_of

__all__ = ["Body", "close_body", "erase", "open_body", "scrub", "seal", "unseal", "words_of"]
