"""The numbers to call, by country, as the gateway says them."""

from __future__ import annotations

from functools import cache

from safety.helplines import Helpline, Helplines, Line


@cache
def helplines() -> Helplines:
    """The helplines as they ship; HelplineError names what is wrong with the file."""
    return Helplines.load()


def for_country(code: str | None) -> Helpline:
    """The helpline there, or that for a country not known."""
    return helplines().for_country(code)


def emergency(code: str | None) -> str:
    """The number for an ambulance there, "112 or 911" when the country is not known."""
    return for_country(code).emergency


def dialled(line: Line) -> str:
    """A line by its name and number."""
    return f"{line.name}: {line.number}"
