"""Which topic a short message means after the last answer."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from nlu.components.keys import IN_CONTEXT, LAST_TOPIC
from nlu.encoder.encoder import SIZE

Matrix = npt.NDArray[np.float32]
_MODEL, _TOPICS = "follow_ups.skops", "topics.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FollowUpClassifier(GraphComponent):
    """Adds ``in_context`` to the parse: topics ranked for a message that may lean on the last answer.

    It sees the message, the message after the last topic's title, and which topic that
    was. Its examples are those with a last topic (``nlu/follow_ups`` and drills).
    """

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """An untrained classifier; :meth:`load` gives a trained one."""
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._topics: dict[str, int] = {}
        self._model: LogisticRegression | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``topic_weight``: how strongly the last topic itself counts; ``ranking_length``: topics given."""
        return {"topic_weight": 2.0, "ranking_length": 20, "max_iter": 80}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FollowUpClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FollowUpClassifier:
        """The classifier as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            file = folder / _MODEL
            if file.exists():
                component._model = skops.io.load(file, trusted=skops.io.get_untrusted_types(file=file))
                component._topics = json.loads((folder / _TOPICS).read_text(encoding="utf-8"))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples that lean on a topic; without any, nothing is ranked."""
        examples = [e for e in training_data.training_examples if e.get(LAST_TOPIC) and e.get(INTENT)]
        with self._model_storage.write_to(self._resource) as folder:
            if examples:
                self._topics = {name: at for at, name in enumerate(sorted({e.get(LAST_TOPIC) for e in examples}))}
                model = LogisticRegression(max_iter=self._config["max_iter"], random_state=0)
                self._model = model.fit(self._features(examples), [e.get(INTENT) for e in examples])
                skops.io.dump(self._model, folder / _MODEL)
                (folder / _TOPICS).write_text(json.dumps(self._topics), encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the topics for every message that has a last topic."""
        for message in messages:
            known = message.get(TEXT) and message.get(LAST_TOPIC) in self._topics
            message.set(IN_CONTEXT, self._ranking(message) if known else [], add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        if self._model is None:
            return []
        (row,) = self._model.predict_proba(self._features([message]))
        order = np.argsort(-row)[: self._config["ranking_length"]]
        return [{"name": str(self._model.classes_[at]), "confidence": float(row[at])} for at in order]

    def _features(self, messages: list[Message]) -> Matrix:
        """The message's features, its sentence vector in context, and its last topic: one row a message."""
        alone = np.vstack([m.get_dense_features(TEXT)[1].features for m in messages])
        (after,) = zip(*(m.get(IN_CONTEXT) for m in messages), strict=True)
        leaning = np.vstack([m.get_dense_features(TEXT)[1].features[:, :SIZE] for m in after])
        last = np.zeros((len(messages), len(self._topics)), np.float32)
        last[np.arange(len(messages)), [self._topics[m.get(LAST_TOPIC)] for m in messages]] = self._config[
            "topic_weight"
        ]
        return np.hstack([alone, leaning, last]).astype(np.float32)
