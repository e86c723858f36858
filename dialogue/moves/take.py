"""Take a turn: safety before all else, the country noted, the move made and closed."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import country
from dialogue.moves.finish import finish
from dialogue.moves.routes import Move
from dialogue.moves.safety import first
from dialogue.reply import Step
from dialogue.turn import Turn
from knowledge.library import Library


def take(move: Move, turn: Turn, memory: Memory, library: Library) -> Step:
    """Make ``move``, unless the message is one that safety or a command answers whatever else it seems to ask."""
    told = country.noted(turn, memory)
    if turn.safety:
        move = first.reply
    elif country.is_all_it_says(turn):
        move = country.reply
    return finish(move(turn, told, library), memory, library)
