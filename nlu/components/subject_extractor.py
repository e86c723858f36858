"""Find what a message names: stage, risk group, test, treatment, drug, gene, symptom, place of relapse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.library import Library
from nlu.components.kept import KeptComponent, Place
from nlu.components.keys import WORDS
from nlu.wording.lookup import Lookup
from nlu.wording.subjects import subject_names

_FILE = "subjects.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class SubjectExtractor(EntityExtractorMixin, KeptComponent):
    """Looks up the words of ``knowledge/subjects.yml`` and other illnesses in the plain words of a message.

    Typing errors and short forms are mended before (``PlainWords``), so an exact look-up
    serves. The entity is the subject's kind, its value the subject's.
    """

    def __init__(self, place: Place, names: dict[str, list[str]]) -> None:
        """``names`` maps a phrase to the kind and value it stands for."""
        self.place, self._names = place, names
        self._lookup = Lookup(names)

    @classmethod
    def new(cls, place: Place) -> SubjectExtractor:
        """An extractor for the present subjects. Raises ContentError when they cannot be read."""
        return cls(place, subject_names(Library.load()))

    @classmethod
    def read(cls, place: Place, folder: Path) -> SubjectExtractor:
        """The extractor as it was trained."""
        return cls(place, json.loads((folder / _FILE).read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Store the phrases."""
        with self.place.storage.write_to(self.place.resource) as folder:
            (folder / _FILE).write_text(json.dumps(self._names), encoding="utf-8")
        return self.place.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add an entity for each subject named, with its place in the message."""
        for message in messages:
            known = message.get(ENTITIES, [])
            message.set(ENTITIES, known + self.add_extractor_name(self._found(message)), add_to_output=True)
        return messages

    def _found(self, message: Message) -> list[dict[str, Any]]:
        words = message.get(WORDS, []) if message.get(TEXT) else []
        places = ((kind, value, start, end) for (kind, value), start, end in self._lookup.find(words))
        return [
            {"entity": kind, "value": value, "start": start, "end": end, "confidence_entity": 1.0}
            for kind, value, start, end in dict.fromkeys(places)  # a short form spelt out may name a subject twice
        ]
