"""The commands, one a file: only these act; anything else that begins with a slash is words."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.face.commands import country, delete, emergency, export, privacy, questions, sources, start, stop, topics
from bot.face.commands import help as help_
from bot.face.commands.asked import Asked
from bot.face.incoming import Decision
from bot.face.known import Known

COMMANDS: dict[str, Callable[[Asked], Decision]] = {
    "start": start.answer,
    "topics": topics.answer,
    "questions": questions.answer,
    "country": country.answer,
    "help": help_.answer,
    "emergency": emergency.answer,
    "sources": sources.answer,
    "privacy": privacy.answer,
    "export": export.answer,
    "delete": delete.answer,
    "stop": stop.answer,
}
"""By name, in the order of Telegram's menu."""

_FORM = re.compile(r"/(?P<name>[a-z]+)(?:@(?P<whose>\w+))?(?:\s+(?P<argument>.*))?", re.IGNORECASE | re.DOTALL)


def command(text: str, language: str | None, known: Known) -> Decision:
    """What a command asks for; None when ``text`` is not one of ours, or meant for another assistant."""
    found = _FORM.fullmatch(text.strip())
    answer = COMMANDS.get(found["name"].lower()) if found else None
    if not (found and answer) or _anothers(found["whose"], known):
        return None
    return answer(Asked(" ".join((found["argument"] or "").split()), language, known))


def _anothers(whose: str | None, known: Known) -> bool:
    return bool(whose and known.username) and str(whose).lower() != str(known.username).lower()
