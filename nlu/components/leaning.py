"""Between Rasa's messages and the model of follow-ups: what goes in, and what the parse says of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from dialogue import cues
from dialogue.followup import RISK_GROUP
from dialogue.memory import Memory
from knowledge.library import Library
from nlu.components.keys import CONTEXT, EXAMPLE, STRANGE, WORDS
from nlu.in_context import readings
from nlu.in_context.example import Example
from nlu.in_context.follow_ups import FollowUps
from nlu.in_context.meanings import ANY_SMALL_TALK, ANY_TALK, Matrix, Meanings
from nlu.in_context.readings import Reader
from nlu.wording.lookup import Lookup
from nlu.wording.subjects import subject_names

_PLAINLY, _BEYOND_DOUBT = 0.5, 0.9
WHY = "talk.why"


class Leaning:
    """Learns from the examples of follow-ups, and ranks what a message means after the last answer."""

    def __init__(self, intents: Sequence[str], library: Library) -> None:
        """``intents`` names the columns of the probabilities that come with the messages."""
        self._intents, self._library = list(intents), library
        self._reader, self._lookup = Reader(intents, library), Lookup(subject_names(library))
        self._follow_ups: FollowUps | None = None

    def fit(self, messages: Sequence[Message], vectors: Matrix, probabilities: Matrix) -> None:
        """Learn from examples (each with its ``Example`` and intent); from none, nothing."""
        rows = [
            self._read(message, message.get(EXAMPLE).memory(self._library), vector, row)
            for message, vector, row in zip(messages, vectors, probabilities, strict=True)
        ]
        meant = [self._meant(message) for message in messages]
        self._follow_ups = FollowUps.fit(rows, meant, self._reader) if rows else None

    def _meant(self, message: Message) -> list[str]:
        names = (message.get(INTENT), *message.get(EXAMPLE).also)
        return [meaning for name in names if (meaning := self._reader.meanings.of(name))]

    def rank(
        self, message: Message, memory: Memory, vector: Matrix, probabilities: Matrix, most: int
    ) -> list[dict[str, Any]]:
        """The likeliest ``most`` meanings (0: all) as intents; none at the start, or for a plain "yes, please"."""
        if self._follow_ups is None or memory.topic not in self._library.topics or self._plainly(probabilities):
            return []
        (row,) = self._follow_ups.rank([self._read(message, memory, vector, probabilities)])
        names = self._named(probabilities)
        ranked = [(names[place], float(row[place])) for place in np.argsort(-row)[: most or None]]
        return [{"name": name, "confidence": share} for name, share in ranked if name]

    def _plainly(self, probabilities: Matrix) -> bool:
        """Whether a message is taken at its word: thanks, yes, no and the like, and a bare "but why"."""
        best = int(np.argmax(probabilities))
        talk = self._reader.meanings.of(self._intents[best]) in (ANY_TALK, ANY_SMALL_TALK)
        bare = self._intents[best] == WHY and probabilities[best] >= _BEYOND_DOUBT
        return bool(bare or (talk and probabilities[best] >= _PLAINLY))

    def _named(self, probabilities: Matrix) -> list[str]:
        """An intent for each meaning: the topic itself, else the likeliest of its kind."""
        meanings: Meanings = self._reader.meanings
        names = [name if name in self._intents else "" for name in meanings.names]
        for at in np.argsort(probabilities):  # the likeliest last
            place = meanings.at.get(meanings.of(self._intents[at]) or "", -1)
            if place >= 0 and meanings.names[place] not in self._intents:
                names[place] = self._intents[at]
        return names

    def _read(self, message: Message, memory: Memory, vector: Matrix, probabilities: Matrix) -> readings.Message:
        example: Example | None = message.get(EXAMPLE)
        text = example.text if example else message.get(TEXT)
        found = [f"{kind}:{value}" for (kind, value), _, _ in self._lookup.find(message.get(WORDS, []))]
        return readings.Message(
            text=text,
            subjects=tuple(dict.fromkeys(found)) or _bare_group(text, memory),
            strange=message.get(STRANGE, 0.0),
            vector=vector,
            context=message.get(CONTEXT),
            probabilities=probabilities,
            memory=memory,
        )

    def save(self, folder: Path) -> None:
        """Store what was learned."""
        if self._follow_ups:
            self._follow_ups.save(folder)

    def load(self, folder: Path) -> None:
        """Read what ``save`` stored."""
        self._follow_ups = FollowUps.load(folder, self._reader)


def _bare_group(text: str, memory: Memory) -> tuple[str, ...]:
    """The risk group that "those who were high?" means where risk groups are spoken of; else none."""
    spoken_of = str(memory.subject).startswith(f"{RISK_GROUP}:")
    group = cues.bare_group(text) if spoken_of else None
    return (group,) if group else ()
