"""Takes personal data out of what a family wrote: typed marks stand in their place."""

from __future__ import annotations

from conversations.scrub.names import without_names
from conversations.scrub.patterns import without_patterns

MARKS = ("PHONE", "EMAIL", "URL", "NAME", "HANDLE", "ID", "DATE_OF_BIRTH", "ADDRESS")

_MOST_ROUNDS = (
    8  # what stands beside something else is known when that is gone; more than three are only needed for noise
)


def scrub(text: str) -> str:
    """``my son Tom, call 07700 900123`` becomes ``my son <NAME>, call <PHONE>``.

    The same again changes nothing. Takes time in proportion to the length, and never raises.
    """
    for _ in range(_MOST_ROUNDS):
        before, text = text, without_names(without_patterns(text))
        if text == before:
            break
    return text
