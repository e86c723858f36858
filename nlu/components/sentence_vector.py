"""The meaning of a message as one vector: mean-pooled all-MiniLM-L6-v2, int8."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.kept import KeptFeaturizer, Place
from nlu.components.keys import CONTEXT, PLAIN, SAID
from nlu.encoder.convert import GRAPH, TOKENIZER, encoder_folder
from nlu.encoder.encoder import SentenceEncoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceVectorFeaturizer(KeptFeaturizer):
    """Adds one dense sentence feature of shape (1, 384) per message, of length ``scale``.

    After an answer it also sets ``context_vector``, of shape (384,) and length one: the
    message read together with what was said.

    Rasa's logistic regression has its regularisation fixed; ``scale`` is how strongly
    the vector counts against it. The graph travels in the model archive.
    """

    def __init__(self, place: Place, encoder: SentenceEncoder) -> None:
        """Keep the encoder, and the place where it is stored."""
        super().__init__(place)
        self._scale, self._encoder = float(place.config["scale"]), encoder

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
    def new(cls, place: Place) -> SentenceVectorFeaturizer:
        """A featurizer with the published encoder, converted on first use."""
        return cls(place, SentenceEncoder(encoder_folder()))

    @classmethod
    def read(cls, place: Place, folder: Path) -> SentenceVectorFeaturizer:
        """The featurizer with the encoder of the model archive."""
        return cls(place, SentenceEncoder(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Store the encoder with the model; nothing is learned here."""
        with self.place.storage.write_to(self.place.resource) as folder:
            for name in (GRAPH, TOKENIZER):
                shutil.copy(encoder_folder() / name, folder / name)
        return self.place.resource

    def add(self, messages: list[Message]) -> None:
        """Add vectors to ``messages``, and to those after an answer the one read with what was said."""
        vectors = self._encoder.encode([message.get(PLAIN) or message.get(TEXT) for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            self.add_features_to_message(None, self._scale * vector[None, :], TEXT, message)
        self._add_context([message for message in messages if message.get(SAID)])

    def _add_context(self, messages: list[Message]) -> None:
        pairs = [(message.get(SAID), message.get(PLAIN) or message.get(TEXT)) for message in messages]
        for message, vector in zip(messages, self._encoder.encode(pairs), strict=True):
            message.set(CONTEXT, vector)
