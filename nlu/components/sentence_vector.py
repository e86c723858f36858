"""The meaning of a message as one vector: mean-pooled all-MiniLM-L6-v2, int8."""

from __future__ import annotations

import shutil
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import CONTEXT, PLAIN, SAID, with_readings
from nlu.encoder.convert import GRAPH, TOKENIZER, encoder_folder
from nlu.encoder.encoder import SentenceEncoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceVectorFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence feature of shape (1, 384) per message, of length ``scale``.

    After an answer it also sets ``context_vector``, of shape (384,) and length one: the
    message read together with what was said.

    Rasa's logistic regression has its regularisation fixed; ``scale`` is how strongly
    the vector counts against it. The graph travels in the model archive.
    """

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        encoder: SentenceEncoder,
    ) -> None:
        """Keep the encoder, and the place where it is stored."""
        super().__init__(name, config)
        self._scale = float(config["scale"])
        self._model_storage, self._resource, self._encoder = model_storage, resource, encoder

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``scale``: the vector's length (without a unit)."""
        return {**DenseFeaturizer.get_default_config(), "scale": 5.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise ValueError for a scale that would silence the vector or turn it round."""
        if not float(config["scale"]) > 0:
            raise ValueError(f"SentenceVectorFeaturizer: scale is {config['scale']}; it must be above 0")

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectorFeaturizer:
        """A featurizer with the published encoder, converted on first use."""
        name = execution_context.node_name
        return cls(config, name, model_storage, resource, SentenceEncoder(encoder_folder()))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceVectorFeaturizer:
        """The featurizer with the encoder of the model archive."""
        with model_storage.read_from(resource) as folder:
            encoder = SentenceEncoder(folder)
        return cls(config, execution_context.node_name, model_storage, resource, encoder)

    def train(self, training_data: TrainingData) -> Resource:
        """Store the encoder with the model; nothing is learned here."""
        with self._model_storage.write_to(self._resource) as folder:
            for name in (GRAPH, TOKENIZER):
                shutil.copy(encoder_folder() / name, folder / name)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add vectors to the examples."""
        self._add([r for message in training_data.training_examples for r in with_readings(message)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add vectors to messages and to their other readings."""
        for message in messages:
            self._add(with_readings(message))
        return messages

    def _add(self, messages: list[Message]) -> None:
        vectors = self._encoder.encode([message.get(PLAIN) or message.get(TEXT) for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            self.add_features_to_message(None, self._scale * vector[None, :], TEXT, message)
        self._add_context([message for message in messages if message.get(SAID)])

    def _add_context(self, messages: list[Message]) -> None:
        pairs = [(message.get(SAID), message.get(PLAIN) or message.get(TEXT)) for message in messages]
        for message, vector in zip(messages, self._encoder.encode(pairs), strict=True):
            message.set(CONTEXT, vector)
