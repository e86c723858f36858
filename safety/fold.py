"""Text as typed folded to the form that is compared, and the way back for quoting it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_APOSTROPHES = "‘’‛ʼ′´`＇"
# Joiners and other marks no one sees, and ligatures that stand for whole sentences.
_JOINERS = "\ufdf0-\ufdfd\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"
_APOSTROPHE, _JOINER = re.compile(f"[{_APOSTROPHES}]"), re.compile(f"[{_JOINERS}]")
# One sign may stand for eighteen letters; a flood of those is left as it is.
_MOST_GROWTH = 2
_LONGEST_CLUSTER = 8


def fold(text: str) -> str:
    """Unicode compatibility form, straight apostrophes, no invisible characters, lower case."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = _JOINER.sub("", _APOSTROPHE.sub("'", text))
    full = unicodedata.normalize("NFKC", plain)
    kept = full if len(full) <= _MOST_GROWTH * len(plain) + _LONGEST_CLUSTER else plain
    return _APOSTROPHE.sub("'", kept).lower().replace("`", "'")


# Runs of plain letters stand for themselves; a plain letter before another sign may be composed with it.
_RUNS = re.compile(r"(?P<plain>(?:[\x00-\x7f](?![^\x00-\x7f]))+)|[\x00-\x7f]?[^\x00-\x7f]+|[\x00-\x7f]")


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.combining(char) and len(clusters[-1]) < _LONGEST_CLUSTER:
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


@lru_cache(maxsize=1024)
def _became(cluster: str) -> int:
    return len(fold(cluster))


def _steps(text: str) -> Iterator[tuple[int, int]]:
    """For each piece of the text how many letters it became, and how many it was."""
    for run in _RUNS.finditer(text):
        if run["plain"]:
            yield len(run[0]), len(run[0])
        else:
            yield from ((_became(cluster), len(cluster)) for cluster in _clusters(run[0]))


def as_typed(text: str, size: int, start: int, end: int) -> str:
    """The piece of ``text`` that became ``fold(text)[start:end]``; ``size`` is the length of ``fold(text)``."""
    if size == len(text):
        return text[start:end].strip()
    folded, typed, first = 0, 0, None
    for became, was in _steps(text):
        even = became == was
        if first is None and folded + became > start:
            first = typed + (start - folded if even else 0)
        if folded + became >= end:
            return text[first or 0 : typed + (end - folded if even else was)].strip()
        folded, typed = folded + became, typed + was
    return text[first or 0 :].strip()
