"""Last of the pipeline: what must not be missed, whatever else a message may mean."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.kept import KeptComponent, Place
from nlu.components.keys import EXAMPLE, IN_CONTEXT, PIECES, PLAIN, SAFETY
from nlu.safety_reading import HARMLESS, Enough, Matrix, Readings, SafetyReading, decide
from safety.screen import screen

# Hold questions about one's own child too, so they are no examples of what is harmless.
DOUBTFUL = "not_covered."
_FEWEST_WORDS, _BEYOND_DOUBT, _PLAINLY = 2, 0.9, 0.6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyReader(KeptComponent):
    """Sets ``safety`` on each message (category, phrase, rule; or None), and then its intent, ``safety.<category>``.

    The rules of ``safety.screen`` decide on the text as typed. A learned reading adds what
    they miss, and never takes a hit of theirs away; the stronger category wins.
    """

    def __init__(self, place: Place, reading: SafetyReading | None) -> None:
        """``reading`` is None until it was trained."""
        self.place, self._reading = place, reading
        self._enough = Enough(**place.config["enough"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``enough``: from which probability what was learned counts, see ``Enough``."""
        return {"enough": asdict(Enough())}

    @classmethod
    def new(cls, place: Place) -> SafetyReader:
        """A reader that knows the rules only."""
        return cls(place, None)

    @classmethod
    def read(cls, place: Place, folder: Path) -> SafetyReader:
        """The reader as it was trained."""
        return cls(place, SafetyReading.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the lines on safety, and from ordinary questions as harmless ones."""
        lines = [m for m in training_data.training_examples if m.get(SAFETY) and m.get(TEXT)]
        if lines:
            lines += [m for m in training_data.intent_examples if not m.get(SAFETY) and _harmless(m)]
            self._reading = SafetyReading.fit(_vectors(lines), [m.get(SAFETY) or HARMLESS for m in lines])
        with self.place.storage.write_to(self.place.resource) as folder:
            if self._reading:
                self._reading.save(folder)
        return self.place.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set ``safety`` and the intent."""
        for message in messages:
            found = self._found(message)
            message.set(SAFETY, found, add_to_output=True)
            if found:
                intent = {"name": f"safety.{found['category']}", "confidence": 1.0}
                message.set(INTENT, intent, add_to_output=True)
        return messages

    def _found(self, message: Message) -> dict[str, str] | None:
        text = message.get(TEXT) or ""
        ruled = screen(text)
        by_rule = ruled.category.value if ruled.category else None
        category = decide(self._readings(message, by_rule), self._enough)
        if category is None:
            return None
        phrase, rule = (ruled.phrase, ruled.rule) if category == by_rule else (text, "")
        return {"category": category, "phrase": phrase, "rule": rule}

    def _readings(self, message: Message, ruled: str | None) -> Readings:
        texts = [m for m in (message, *message.get(PIECES, ())) if m.get(TEXT)]
        if self._reading is None or _words(message) < _FEWEST_WORDS:
            return Readings({}, ruled=ruled)  # of a single word only the rules know enough
        whole, *pieces = self._reading.likely(_vectors(texts))
        best: dict[str, Any] = next(iter(message.get("intent_ranking") or []), {})
        chat = str(best.get("name")).startswith("small_talk.") and float(best.get("confidence", 0)) >= _BEYOND_DOUBT
        after: dict[str, Any] = next(iter(message.get(IN_CONTEXT) or []), {})
        follows = float(after.get("confidence", 0)) >= _PLAINLY
        intent = str((message.get(INTENT) or {}).get("name"))
        return Readings(whole, pieces, ruled, uncovered=intent.startswith(DOUBTFUL), chat=chat, follows=follows)


def _words(message: Message) -> int:
    return len(re.findall(r"[^\W_]+", str(message.get(PLAIN) or message.get(TEXT))))


def _harmless(message: Message) -> bool:
    """Whether what was asked may stand for what is harmless, half sentences of a talk too: no rule alarms at it."""
    text = message.get(EXAMPLE).text if message.get(EXAMPLE) else message.get(TEXT)
    return bool(text) and not str(message.get(INTENT)).startswith(DOUBTFUL) and screen(text).category is None


def _vectors(messages: list[Message]) -> Matrix:
    rows = [message.get_dense_features(TEXT)[1].features for message in messages]
    return np.vstack(rows).astype(np.float32)
