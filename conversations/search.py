"""Search without plain text: each word's stem is hashed with a key, and only hashes are stored and compared."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

from conversations.keys import open_keys
from conversations.settings import Settings

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARK = re.compile(r"<[A-Z_]+>")
_LONGEST, _MOST = 40, 2000
_BYTES = 18  # 24 characters of base64


def words_of(text: str, key: bytes | None = None) -> set[str]:
    """The hashed stems of ``text``, the same for the index and for a query; empty when it has only common words.

    Without ``key``, that of the environment's settings is used.
    """
    used = _own_key() if key is None else key
    words = (found[0].lower().replace("’", "'") for found in _WORD.finditer(_MARK.sub(" ", text)))
    return {_hashed(used, word) for word in _first({word[:_LONGEST] for word in words})}


def _first(words: set[str]) -> list[str]:
    return sorted(words - _common())[:_MOST]


@lru_cache(maxsize=20_000)
def _hashed(key: bytes, word: str) -> str:
    digest = hmac.new(key, _stemmer().stemWord(word).encode(errors="replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:_BYTES]).decode()


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@cache
def _common() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split())


def _own_key() -> bytes:
    settings = Settings.from_environment(os.environ)
    return _key_of(settings)


@cache
def _key_of(settings: Settings) -> bytes:
    return open_keys(settings).search
