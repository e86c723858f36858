"""What is said about the country a family is in, and which country their words name."""

from __future__ import annotations

from safety.reply_texts import helpline, helplines, text

_MOST_READ = 2_000


def named(said: str) -> str | None:
    """The code of the country where the writer says they are; None when unsure. Reads both ends of a long message."""
    read = said if len(said) <= 2 * _MOST_READ else f"{said[:_MOST_READ]} {said[-_MOST_READ:]}"
    return helplines().country_named(read)


def known(code: str) -> str | None:
    """The code as the helplines hold it; None for a country they do not."""
    return helpline(code).code


def country(path: str, code: str | None, seed: int = 0) -> str:
    """Ask for the country (``asked``), confirm it (``known``) or say that it is not on the list (``unknown``)."""
    line = helpline(code)
    return text(f"country.{path}", seed, country=line.name, emergency=line.emergency)
