"""Drills: follow-ups made from what is written already, so that the classifier knows every topic's ways on.

Beside the follow-ups people wrote (``nlu/follow_ups/``), each topic gets the plain
follow-ups of every aspect with the topic ``knowledge`` says they lead to, some questions
of its own, and some of others: a full question leads away from any topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from dialogue import followup
from dialogue.memory import Memory
from dialogue.turn import Turn
from knowledge.library import Library
from nlu.wording.context import follow_up, is_short

_ASPECT = "follow."
_ANY_SUBJECT = ("subject", "statement")
_PER_ASPECT, _OWN, _OTHERS = 1, 3, 3


@dataclass(frozen=True)
class Drill:
    """A follow-up: the topic of the last answer, what was typed next, the topic that answers it."""

    last: str
    text: str
    topic: str

    def __str__(self) -> str:
        """The drill in the form of an example in ``nlu/follow_ups``."""
        return f"{self.last} > {self.text}"


def _some(items: list[str], count: int, seed: str) -> list[str]:
    """``count`` of the items, chosen by a hash: the same ones on every machine."""
    return sorted(items, key=lambda item: sha256(f"{seed}{item}".encode()).digest())[:count]


def drills(asked: Iterable[tuple[str, str]], library: Library) -> Iterator[Drill]:
    """The drills for all topics, from the questions ``asked`` (text and intent)."""
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in asked:
        if is_short(text) and not follow_up(text):
            by_intent[intent].append(text)
    questions = {text: intent for intent, texts in by_intent.items() if intent in library.topics for text in texts}
    for last in library.topics:
        own = _some(by_intent[last], _OWN, last)
        others = _some(list(questions), _OTHERS, last)
        yield from (Drill(last, text, questions[text]) for text in dict.fromkeys([*own, *others]))
        yield from _of_aspects(last, by_intent, library)


def _of_aspects(last: str, by_intent: dict[str, list[str]], library: Library) -> Iterator[Drill]:
    memory = Memory(topic=last, subject=followup.subject_of(last, library))
    for intent, texts in by_intent.items():
        aspect = intent.removeprefix(_ASPECT)
        if intent.startswith(_ASPECT) and aspect not in _ANY_SUBJECT:
            topic = followup.target(aspect, Turn(""), memory, library)
            yield from (Drill(last, text, topic) for text in _some(texts, _PER_ASPECT, last))
