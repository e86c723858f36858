"""First of the pipeline: every message in plain words, and the questions of a long one apart."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from dialogue.memory import Memory
from knowledge.library import Library
from nlu.components.examples import Examples
from nlu.components.kept import KeptComponent, Place
from nlu.components.keys import EXAMPLE, MEMORY, PARTS, PIECES, PLAIN, SAID, WORDS
from nlu.in_context.example import example
from nlu.in_context.said import said_before
from nlu.safety_reading import pieces
from nlu.train import data_hash
from nlu.wording.courtesy import asked
from nlu.wording.questions import questions
from nlu.wording.vocabulary import domain_words
from nlu.wording.wording import Wording

_VOCABULARY = "vocabulary.json"
_shared_wording = lru_cache(maxsize=2)(Wording)
_library = cache(Library.load)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class PlainWords(KeptComponent):
    """Sets ``plain`` (spelling mended, short forms spelt out), ``plain_words`` and ``parts`` on each message.

    It also notes what the conversation remembers (``memory``), for the components that
    read a message after what was said. The message's own text stays as the family typed
    it. The vocabulary is stored with the model, so that a model always reads as it was
    trained.
    """

    def __init__(self, place: Place, wording: Wording) -> None:
        """Keep the wording, and the place where its vocabulary is stored."""
        self.place, self._wording = place, wording

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What Rasa's training cache would not see change: the content, and the modules all components rest on."""
        return data_hash()

    @classmethod
    def new(cls, place: Place) -> PlainWords:
        """A component with the vocabulary of the present content. Raises ContentError when that cannot be read."""
        return cls(place, _shared_wording(domain_words(Library.load())))

    @classmethod
    def read(cls, place: Place, folder: Path) -> PlainWords:
        """The component as it was trained."""
        words = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        return cls(place, _shared_wording(frozenset(words)))

    def train(self, training_data: TrainingData) -> Resource:
        """Store the vocabulary."""
        with self.place.storage.write_to(self.place.resource) as folder:
            (folder / _VOCABULARY).write_text(json.dumps(sorted(self._wording.vocabulary)), encoding="utf-8")
        return self.place.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set ``plain`` on the examples, on those of follow-ups without what they lean on."""
        library = _library()
        for message in training_data.training_examples:
            leaning = example(message.get(TEXT) or "")
            if leaning:
                message.set(EXAMPLE, leaning)
                message.set(SAID, said_before(leaning.memory(library), library))
            self._set_plain(message, leaning.text if leaning else None)
        return Examples(training_data.training_examples)

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Set ``plain``, ``parts``, ``pieces`` and ``memory`` on what a family typed."""
        memory = Memory.from_slots(tracker.current_slot_values())
        for message in messages:
            text = message.get(TEXT) or ""
            parts, stretches = ([Message({TEXT: t}) for t in found(text)] for found in (questions, pieces))
            for one in (message, *parts, *stretches):
                self._set_plain(one)
            message.set(PARTS, parts)
            message.set(PIECES, stretches)
            message.set(MEMORY, memory)
            message.set(SAID, said_before(memory, _library()))
        return messages

    def _set_plain(self, message: Message, text: str | None = None) -> None:
        words = self._wording.words(asked(text or message.get(TEXT) or ""))
        message.set(WORDS, [(word.text, word.start, word.end) for word in words])
        message.set(PLAIN, " ".join(word.text for word in words))
