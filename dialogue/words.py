"""Find glossary terms: the one a family names, typing errors allowed, or those in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from knowledge.library import Library
from knowledge.model import Term

_NEAR = 88
_SHORTEST_NEAR = 5
_WORD = re.compile(r"[a-z0-9]+")


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(name.lower()))


@lru_cache(maxsize=4)
def _names(library: Library) -> dict[str, Term]:
    return {_plain(name): term for term in library.terms.values() for name in term.names}


def find(name: str, library: Library) -> Term | None:
    """The term called ``name``, singular or plural, or very nearly so; None when there is none."""
    names, wanted = _names(library), _plain(name)
    for spelling in (wanted, wanted.removesuffix("s"), f"{wanted}s"):
        if spelling in names:
            return names[spelling]
    if len(wanted) < _SHORTEST_NEAR:
        return None
    near = process.extractOne(wanted, names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return names[near[0]] if near else None


def within(text: str, library: Library, *, leaving_out: str = "") -> list[Term]:
    """The terms that stand in ``text``, longest names first, those of ``leaving_out`` excepted."""
    padded, skipped = f" {_plain(text)} ", f" {_plain(leaving_out)} "
    found: dict[str, Term] = {}
    for name, term in sorted(_names(library).items(), key=lambda item: -len(item[0])):
        for form in (name, f"{name}s"):
            if f" {form} " in padded and f" {form} " not in skipped:
                found.setdefault(term.term, term)
                padded = padded.replace(f" {form} ", "  ")
    return list(found.values())
