"""Messages after an answer, made by hand: a vector of a few known words, and the intents the message may carry."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dialogue.memory import Memory
from nlu.in_context.readings import Message, Reader
from tests.nlu.shared import library

INTENTS = (
    *("tests.ct", "tests.mri", "treatment.ms", "treatment.surgery", "staging.ms", "relapse.high-risk"),
    *("follow.treatment", "follow.subject", "talk.more", "talk.menu", "small_talk.thanks", "small_talk.greet"),
    *("other_disease", "out_of_scope", "not_covered.diet"),
)
WORDS = ("how", "is", "it", "done", "thanks", "and", "that", "loud", "treated", "scan")


def reader() -> Reader:
    """A reader of ``INTENTS`` after any topic."""
    return Reader(INTENTS, library())


def message(
    text: str,
    memory: Memory,
    *,
    intents: dict[str, float] | None = None,
    subjects: tuple[str, ...] = (),
    strange: float = 0.0,
) -> Message:
    """The message ``text``; what ``intents`` leaves is shared among all of them."""
    given = intents or {}
    rest = (1 - sum(given.values())) / len(INTENTS)
    return Message(
        text=text,
        subjects=subjects,
        strange=strange,
        vector=_vector(text),
        context=_vector(f"{memory.topic} {text}"),
        probabilities=np.array([given.get(intent, 0.0) + rest for intent in INTENTS], np.float32),
        memory=memory,
    )


def _vector(text: str) -> npt.NDArray[np.float32]:
    return np.array([word in text.split() for word in WORDS], np.float32)
