"""The forms of a word written ``word~`` in a pattern: plural, third person, past, -ing."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_SHORTEST_DOUBLING = 3


def _doubles(word: str) -> bool:
    """Whether the last letter is doubled ("stop", "stopped"); too many forms do no harm."""
    if len(word) < _SHORTEST_DOUBLING or word[-1] in _VOWELS + "wxy":
        return False
    return word[-2] in _VOWELS and word[-3] not in _VOWELS


def forms(word: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """All forms of ``word``, itself first; ``irregular`` names those no rule gives."""
    found = [word, word + "s", *irregular.get(word, "").split()]
    if word.endswith(_HISSING):
        found.append(word + "es")
    if word.endswith("e"):
        found += [word + "d", word[:-1] + "ing"]
    elif word.endswith("y") and word[-2] not in _VOWELS:
        found += [word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    else:
        found += [word + "ed", word + "ing"]
    if _doubles(word):
        found += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return tuple(dict.fromkeys(found))
