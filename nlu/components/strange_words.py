"""How much of a message is in words no question on our topics ever used."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from dialogue.understand import DECLINED
from nlu.components.kept import KeptComponent, Place
from nlu.components.keys import PLAIN, SAFETY, STRANGE

_FILE = "known_words.json"
_OFTEN = 2
_SHORTEST = 3


def _counted(text: str) -> list[str]:
    """The words worth counting: a name or number says little about the matter."""
    return [word for word in text.split() if word.isalpha() and len(word) >= _SHORTEST]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class StrangeWords(KeptComponent):
    """Sets ``strange`` on each message: the share of its words, 0 to 1, that no two training questions of ours hold.

    A vector and n-grams always resemble something; "crystal radio kit" is nearest to
    radiation. That its other words were never asked about is what they cannot see.
    """

    def __init__(self, place: Place, known: Iterable[str]) -> None:
        """``known`` are the words of our questions."""
        self.place, self._known = place, frozenset(known)

    @classmethod
    def new(cls, place: Place) -> StrangeWords:
        """A component that knows no word yet."""
        return cls(place, ())

    @classmethod
    def read(cls, place: Place, folder: Path) -> StrangeWords:
        """The component as it was trained."""
        return cls(place, json.loads((folder / _FILE).read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the words of every question that is not one we decline."""
        asked = [example for example in training_data.intent_examples if not example.get(SAFETY)]
        ours = [example for example in asked if not str(example.get(INTENT)).startswith(DECLINED)]
        counts = Counter(word for example in ours for word in set(_counted(example.get(PLAIN))))
        self._known = frozenset(word for word, count in counts.items() if count >= _OFTEN)
        with self.place.storage.write_to(self.place.resource) as folder:
            (folder / _FILE).write_text(json.dumps(sorted(self._known)), encoding="utf-8")
        return self.place.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set ``strange`` on the examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set ``strange`` on what a family typed."""
        for message in messages:
            words = _counted(message.get(PLAIN) or "")
            share = sum(word not in self._known for word in words) / len(words) if words else 0.0
            message.set(STRANGE, share, add_to_output=True)
        return messages
