"""A number in a sentence must stand in one of the passages the sentence rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.documents import Documents
from knowledge.checks.sourced import claims
from knowledge.finding import Finding
from knowledge.library import Content

# "one" is left out: it is far more often a pronoun than a number.
_UNITS = (
    "two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_DIGITS = {word: str(number) for number, word in enumerate(_UNITS.split(), start=2)}
_DIGITS |= {word: str(ten * 10) for ten, word in enumerate(_TENS.split(), start=2)}
_NUMBER = re.compile(rf"(?<![A-Za-z\d])(?:\d+(?:[.,]\d+)*|{'|'.join(_DIGITS)})(?![A-Za-z\d])", re.IGNORECASE)


def numbers(text: str) -> set[str]:
    """The numbers in ``text`` as digits; names such as L1, 4S and GD2 are not numbers."""
    return {_DIGITS.get(found.lower(), found) for found in _NUMBER.findall(text)}


def check(content: Content, documents: Documents) -> Iterator[Finding]:
    """Name every number that its passages (or the years of their sources) do not hold.

    A sentence with a passage that could not be read is passed over: that is its fault.
    """
    years = {s.id: f" {s.date[:4]} {str(s.reviewed or '')[:4]}" for s in content.sources}
    for file, line, text, sources in claims(content):
        if not sources or any(id_ not in documents.passages for id_ in sources):
            continue
        known = " ".join(documents.passages[id_] + years[id_.partition("#")[0]] for id_ in sources)
        for number in sorted(numbers(text) - numbers(known)):
            fault = f"the number {number} stands in none of the passages of “{text[:40]}”"
            yield Finding(file, line, fault, "mend the number or name its passage")
