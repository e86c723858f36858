"""An answer in Telegram's HTML: escaped, its title bold, its sources linked."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from bot.face.content import library

SOURCE = "Source: "
_LABELS = ("Where sources differ:", "Source:", "Ask your doctor:")
_LONGEST_TITLE = 90


def html(text: str, *, titled: bool = False) -> str:
    """The text as HTML. ``titled`` says that it may begin with the title of a topic."""
    paragraphs = text.split("\n\n")
    found = [_paragraph(paragraph) for paragraph in paragraphs]
    if titled and len(paragraphs) > 1 and _is_title(paragraphs[0]):
        found[0] = f"<b>{found[0]}</b>"
    return "\n\n".join(found)


def _is_title(paragraph: str) -> bool:
    return 0 < len(paragraph) <= _LONGEST_TITLE and "\n" not in paragraph and paragraph[-1] not in ".?!:”"


def _paragraph(paragraph: str) -> str:
    label = next((label for label in _LABELS if paragraph.startswith(f"{label} ")), "")
    rest = escape(paragraph[len(label) :])
    if paragraph.startswith(SOURCE):
        rest = _linked(rest)
    return f"<i>{label}</i>{rest}" if label else rest


def _linked(escaped: str) -> str:
    links = _links()
    names = "|".join(re.escape(name) for name in sorted(links, key=len, reverse=True))
    return re.sub(names, lambda found: f'<a href="{links[found[0]]}">{found[0]}</a>', escaped)


@cache
def _links() -> dict[str, str]:
    """The address of each source by the name an answer gives it, both escaped; the first of two of one name."""
    links: dict[str, str] = {}
    for source in library().sources.values():
        links.setdefault(escape(f"{source.publisher} ({source.date})"), escape(source.address))
    return links
