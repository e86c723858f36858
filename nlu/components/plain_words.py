"""First of the pipeline: every message in plain words, and the questions of a long one apart."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.library import Library
from nlu.components.keys import IN_CONTEXT, LAST_TOPIC, PARTS, PLAIN, WORDS
from nlu.follow_ups import drills
from nlu.train import data_hash
from nlu.wording.context import context_phrases, follow_up, is_short
from nlu.wording.questions import questions
from nlu.wording.vocabulary import domain_words
from nlu.wording.wording import Wording

_VOCABULARY, _PHRASES = "vocabulary.json", "phrases.json"
_shared_wording = lru_cache(maxsize=2)(Wording)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class PlainWords(GraphComponent):
    """Sets ``plain`` (spelling mended, short forms spelt out), ``plain_words`` and ``parts`` on each message.

    A message that may lean on the one before also gets ``in_context``: itself, after the
    words for what the last answer was about ("stage MS how is it treated"). The message's
    own text stays as the family typed it. Vocabulary and phrases are stored with the
    model, so that a model always reads as it was trained.
    """

    def __init__(
        self, model_storage: ModelStorage, resource: Resource, wording: Wording, phrases: dict[str, str]
    ) -> None:
        """``phrases`` maps a topic or subject id to the words for it."""
        self._model_storage, self._resource = model_storage, resource
        self._wording, self._phrases = wording, phrases

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What Rasa's training cache would not see change: the content, and the modules all components rest on."""
        return data_hash()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlainWords:
        """A component with the vocabulary of the present content. Raises ContentError when that cannot be read."""
        library = Library.load()
        return cls(model_storage, resource, _shared_wording(domain_words(library)), context_phrases(library))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> PlainWords:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            words = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
            phrases = json.loads((folder / _PHRASES).read_text(encoding="utf-8"))
        return cls(model_storage, resource, _shared_wording(frozenset(words)), phrases)

    def train(self, training_data: TrainingData) -> Resource:
        """Store the vocabulary and the phrases."""
        with self._model_storage.write_to(self._resource) as folder:
            (folder / _VOCABULARY).write_text(json.dumps(sorted(self._wording.vocabulary)), encoding="utf-8")
            (folder / _PHRASES).write_text(json.dumps(self._phrases), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set ``plain`` on the examples; follow-ups, drills among them, are also read after what they lean on."""
        for message in training_data.training_examples:
            self._set_plain(message)
        asked = [(e.get(TEXT), e.get(INTENT)) for e in training_data.intent_examples]
        drilled = [Message({TEXT: str(drill), INTENT: drill.topic}) for drill in drills(asked, Library.load())]
        training_data = training_data.merge(TrainingData(drilled))
        for message in training_data.training_examples:
            if example := follow_up(message.get(TEXT) or ""):
                self._set_leaning(message, *example)
        return training_data

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Set ``plain``, ``parts`` and ``in_context`` on what a family typed."""
        for message in messages:
            text = message.get(TEXT) or ""
            parts = [Message({TEXT: part}) for part in questions(text)]
            for one in (message, *parts):
                self._set_plain(one)
            message.set(PARTS, parts)
            last = tracker.get_slot("topic")
            if last in self._phrases and text and is_short(text):
                self._set_leaning(message, last, text)
        return messages

    def _set_leaning(self, message: Message, last: str, text: str) -> None:
        """Note what the message leans on; it is read alone, and after the words for that."""
        in_context = Message({TEXT: f"{self._phrases[last]} {text}"})
        self._set_plain(message, text)
        self._set_plain(in_context)
        message.set(LAST_TOPIC, last)
        message.set(IN_CONTEXT, [in_context])

    def _set_plain(self, message: Message, text: str | None = None) -> None:
        words = self._wording.words(text or message.get(TEXT) or "")
        message.set(WORDS, [(word.text, word.start, word.end) for word in words])
        message.set(PLAIN, " ".join(word.text for word in words))
