"""Messages as arrays: what each may mean alone, where ``knowledge`` says that leads, and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from dialogue import cues
from dialogue.memory import Memory
from dialogue.turn import Candidate, Turn
from dialogue.understand import FOLLOW, resolve
from knowledge.library import Library
from nlu.in_context.example import CHILD_SLOTS, facts_of
from nlu.in_context.meanings import Matrix, Meanings

_MOST_RESOLVED = 25
_LONG = 15


@dataclass(frozen=True)
class Message:
    """A message after ``memory``: its words, the subjects it names, how strange they are, its vectors, its intents.

    ``context`` is the vector of the message read together with what was said before.
    """

    text: str
    subjects: tuple[str, ...]
    strange: float
    vector: npt.NDArray[np.float32]
    context: npt.NDArray[np.float32]
    probabilities: npt.NDArray[np.float32]
    memory: Memory


@dataclass(frozen=True)
class Readings:
    """Messages, one a row: ``alone`` and ``led`` have a column a meaning, ``told`` one a fact about the child.

    ``whole`` is 1 where the disease is named, as in a question that leans on nothing.
    """

    vectors: Matrix
    contexts: Matrix
    intents: Matrix
    last: npt.NDArray[np.int64]
    alone: Matrix
    led: Matrix
    told: Matrix
    of_child: Matrix
    length: Matrix
    strange: Matrix
    whole: Matrix

    def __len__(self) -> int:
        """The number of messages."""
        return len(self.last)

    def only(self, which: npt.NDArray[np.bool_]) -> Readings:
        """The readings of the messages marked in ``which``."""
        return Readings(**{field.name: getattr(self, field.name)[which] for field in fields(self)})


class Reader:
    """Makes readings. ``intents`` names the columns of the probabilities."""

    def __init__(self, intents: Sequence[str], library: Library) -> None:
        """Remember which intent means what."""
        self.meanings, self._library, self._intents = Meanings(library), library, list(intents)
        self.facts = [s.id for s in library.subjects.values() if s.kind in CHILD_SLOTS]
        places = [self.meanings.of(intent) for intent in self._intents]
        self._to_meaning = np.zeros((len(self._intents), len(self.meanings)), np.float32)
        for row, meaning in enumerate(places):
            if meaning is not None:
                self._to_meaning[row, self.meanings.at[meaning]] = 1
        self.leaning = np.array([intent.startswith(FOLLOW) for intent in self._intents])
        self.other = np.array([meaning not in library.topics for meaning in places]) & ~self.leaning

    def read(self, messages: Sequence[Message]) -> Readings:
        """The readings of ``messages``; each must have a last topic."""
        intents = np.vstack([m.probabilities for m in messages]).astype(np.float32)
        length = [min(len(m.text.split()), _LONG) / _LONG for m in messages]
        return Readings(
            vectors=np.vstack([m.vector for m in messages]).astype(np.float32),
            contexts=np.vstack([m.context for m in messages]).astype(np.float32),
            intents=intents,
            last=np.array([self.meanings.at[str(m.memory.topic)] for m in messages]),
            alone=intents @ self._to_meaning,
            led=np.vstack([self._led(m) for m in messages]),
            told=np.vstack([self._told(m) for m in messages]),
            of_child=np.vstack([self._of_child(m) for m in messages]),
            length=np.array(length, np.float32)[:, None],
            strange=np.array([m.strange for m in messages], np.float32)[:, None],
            whole=np.array([cues.names_disease(m.text) for m in messages], np.float32)[:, None],
        )

    def _led(self, message: Message) -> Matrix:
        """Where ``knowledge`` says the likeliest intents lead after what was said."""
        row = np.zeros(len(self.meanings), np.float32)
        order = np.argsort(-message.probabilities)[:_MOST_RESOLVED]
        candidates = tuple(Candidate(self._intents[at], float(message.probabilities[at])) for at in order)
        turn = Turn(message.text, candidates, subjects=message.subjects)
        for candidate in candidates:
            target = self.meanings.of(resolve(candidate, turn, message.memory, self._library))
            if target is not None:
                row[self.meanings.at[target]] += candidate.confidence
        return row

    def _told(self, message: Message) -> Matrix:
        told = facts_of(message.memory)
        return np.array([fact in told for fact in self.facts], np.float32)

    def _of_child(self, message: Message) -> Matrix:
        row = np.zeros(len(self.meanings), np.float32)
        for fact in facts_of(message.memory):
            row[self.meanings.of_subject(fact)] = 1
        return row
