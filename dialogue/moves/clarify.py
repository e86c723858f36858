"""Not sure: offer up to three readings, the menu after two misses, or say so honestly."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, followup
from dialogue.memory import Memory
from dialogue.moves import decline
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.thresholds import MISSES_BEFORE_MENU
from dialogue.turn import Turn
from dialogue.understand import DECLINED, Meaning
from dialogue.wording import vary
from knowledge.library import Library


def reply(_turn: Turn, memory: Memory, library: Library) -> Step:
    """Say that the message was not understood."""
    return offer(Meaning((), sure=False), memory, library)


def offer(meaning: Meaning, memory: Memory, library: Library) -> Step:
    """Ask "did you mean", in the words of the topics' questions; the menu after two misses in a row."""
    if meaning.best.startswith(DECLINED):
        return decline.say(meaning.best, memory, library, meaning.topics(library))
    options = meaning.topics(library)
    missed = _leaning_on(options, replace(memory, misses=memory.misses + 1, offered=options), library)
    after_misses = memory.misses >= MISSES_BEFORE_MENU
    path = "menu_after_misses" if after_misses else "clarify" if options else "unclear"
    buttons = tuple(compose.topic_button(id_, library) for id_ in options)
    buttons += compose.group_buttons(library) if after_misses else (compose.menu_button(),)
    listed = "\n".join(f"• {library.topics[id_].question}" for id_ in options)
    outcome = Outcome.CLARIFY if options or after_misses else Outcome.OUT_OF_SCOPE
    text = "\n\n".join(part for part in (vary(path, memory), listed) if part)
    return Step(Reply(outcome, text, suggestions=options, buttons=buttons), missed)


def _leaning_on(options: tuple[str, ...], memory: Memory, library: Library) -> Memory:
    """Families seldom choose, they write on: what they write next leans on what they most likely meant."""
    if not options:
        return memory
    return replace(memory, topic=options[0], subject=followup.subject_of(options[0], library), asked=1, told=False)
