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
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.library import Library
from nlu.components.keys import IN_CONTEXT, PARTS, PLAIN, WORDS
from nlu.train import data_hash
from nlu.wording.context import context_phrase, context_phrases, is_short
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
        """Set ``plain`` on the examples."""
        for message in training_data.training_examples:
            self._set_plain(message)
        return training_data

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Set ``plain``, ``parts`` and ``in_context`` on what a family typed."""
        for message in messages:
            text = message.get(TEXT) or ""
            parts = [Message({TEXT: part}) for part in questions(text)]
            context = context_phrase(tracker, self._phrases)
            leaning = [Message({TEXT: f"{context} {text}"})] if context and text and is_short(text) else []
            for one in (message, *parts, *leaning):
                self._set_plain(one)
            message.set(PARTS, parts)
            message.set(IN_CONTEXT, leaning)
        return messages

    def _set_plain(self, message: Message) -> None:
        words = self._wording.words(message.get(TEXT) or "")
        message.set(WORDS, [(word.text, word.start, word.end) for word in words])
        message.set(PLAIN, " ".join(word.text for word in words))
