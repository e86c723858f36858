"""The one door to ``conversations``: opening what is kept, sealing what is noted, searching, scrubbing."""

from __future__ import annotations

import os
from functools import cache

from cryptography.fernet import InvalidToken

from conversations import reading, search
from conversations.body import Body, Unreadable
from conversations.keys import Keys, open_keys
from conversations.scrub import scrub
from conversations.settings import Settings

__all__ = ["Body", "close_body", "keys", "open_body", "scrub", "seal", "settings", "unseal", "words_of"]


@cache
def settings() -> Settings:
    """What ``conversations`` is told by the environment, read once. Raises SettingError."""
    return Settings.from_environment(os.environ)


@cache
def keys() -> Keys:
    """The keys of the text and of the search. Raises SettingError when their file holds none."""
    return open_keys(settings())


def open_body(token: bytes | memoryview | None) -> Body | None:
    """What was said; None when its time is over or its key is gone."""
    try:
        return reading.body_of(token, keys().box)
    except Unreadable:
        return None


def close_body(body: Body) -> bytes:
    """A body as ``turns.body`` holds it."""
    return body.seal(keys().box)


def seal(text: str) -> bytes:
    """The token of a text of our own making that may repeat a family's."""
    return keys().box.encrypt(text.encode())


def unseal(token: bytes) -> str | None:
    """The text of a token; None when its key is gone."""
    try:
        return keys().box.decrypt(bytes(token)).decode()
    except InvalidToken:
        return None


def words_of(text: str) -> set[str]:
    """The hashed stems of a text's words, as the index holds them; none when all its words are common."""
    return search.words_of(text, keys().search)
