"""Where the family is, so that every number is one they can call."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogue.memory import Memory
from dialogue.moves.safety.shared import least_said
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library
from safety import reply_country

_COMMAND = re.compile(r"\s*/country\b", re.IGNORECASE)
_NAMES_A_PLACE = re.compile(
    r"\s*/country(?:@\w+)?\s+\w|\b(?:i|we|i'?m|we'?re|living|live)\b.*\b(?:in|to|from)\s+\w", re.IGNORECASE
)
_MOST_READ = 300
_MOST_WORDS = 4


def noted(turn: Turn, memory: Memory) -> Memory:
    """The memory with the country a message names, whatever else it asks."""
    code = _named(turn)
    return replace(memory, country=code) if code else memory


def is_all_it_says(turn: Turn) -> bool:
    """Whether a message is the command ``/country``, or a country and nothing more."""
    named = _named(turn) is not None and len(turn.text.split()) <= _MOST_WORDS
    return not turn.pressed and (bool(_COMMAND.match(turn.text)) or named)


def reply(turn: Turn, memory: Memory, _library: Library) -> Step:
    """Confirm the country with its ambulance number, say that it is not known, or ask for it."""
    code = _named(turn)
    path = "known" if code else "unknown" if _NAMES_A_PLACE.search(turn.text[:_MOST_READ]) else "asked"
    country = code if path == "known" else None if path == "unknown" else memory.country

    def said(seed: int) -> str:
        return reply_country.country(path, country, seed)

    buttons = (Button(text("buttons.go_on"), "/talk.menu"),)
    message = Reply(Outcome.SMALL_TALK, said(least_said(said, memory)), buttons=buttons)
    return Step(message, replace(memory, country=country, misses=0))


def _named(turn: Turn) -> str | None:
    if turn.pressed:
        return reply_country.known((turn.payload or {}).get("country", ""))
    return reply_country.named(turn.text)
