"""Will my child live: kindness first, no numbers, what doctors look at, a question for them, someone to call."""

from __future__ import annotations

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety.ask_doctor import turned_to
from dialogue.moves.safety.shared import besides, going_on, least_said
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from knowledge.model import Topic
from safety import reply as texts
from safety.reply_questions import question

FACTORS = "prognosis.factors"


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Answer with care, and with the sourced factors only."""
    topic, asked = library.topics[FACTORS], besides(turn, memory, library).offered
    factors = f"{compose.joined(topic.say)}\n\n{compose.publisher_line(compose.passages(topic.say), library)}"

    def said(seed: int) -> str:
        return texts.outlook(memory.country, seed, factors)

    seed = least_said(said, memory)
    message = Reply(
        Outcome.OUTLOOK,
        said(seed),
        topic=topic.id,
        version=topic.version,
        sources=compose.passages(topic.say),
        suggestions=asked,
        buttons=_buttons(topic, question("outlook", seed)[0], asked, library),
    )
    return Step(message, turned_to(topic, going_on(memory)))


def _buttons(topic: Topic, reference: str, asked: tuple[str, ...], library: Library) -> tuple[Button, ...]:
    others = [compose.topic_button(id_, library) for id_ in asked if id_ != topic.id]
    return (compose.more_button(topic), *others, compose.keep_button(reference), compose.menu_button())
