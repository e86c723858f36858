"""Rasa's logistic regression and the nearest training questions, together, on every reading of a message."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import LAST_TOPIC, PARTS
from nlu.neighbours import Neighbours

Matrix = npt.NDArray[np.float32]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionClassifier(LogisticRegressionClassifier):
    """LogisticRegressionClassifier whose probabilities are mixed with a vote of the nearest questions.

    The regression knows what words mean on the whole; the vote knows how a question was
    put before. Besides ``intent_ranking`` the parse gets ``parts``, each with its own
    ranking.
    """

    _neighbours: Neighbours | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``vote``: the share of the nearest questions; ``vote_dimensions``: the leading features they compare."""
        return {**LogisticRegressionClassifier.get_default_config(), "vote": 0.45, "vote_dimensions": 484}

    def _create_X(self, messages: list[Message]) -> Matrix:  # noqa: N802 (Rasa's name)
        """The messages' dense sentence features, shape (messages, features)."""
        rows = [message.get_dense_features(TEXT)[1].features for message in messages]
        return np.vstack(rows).astype(np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the regression, and keep the questions to vote. Follow-ups are for another classifier."""
        training_data = training_data.filter_training_examples(lambda example: not example.get(LAST_TOPIC))
        resource = super().train(training_data)
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        vectors, places = self._create_X(examples), {name: at for at, name in enumerate(self.clf.classes_)}
        self._neighbours = Neighbours(self._leading(vectors), [places[e.get(INTENT)] for e in examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._neighbours.save(folder)
        return resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> QuestionClassifier:
        """The classifier as it was trained."""
        component: QuestionClassifier = super().load(config, model_storage, resource, execution_context, **kwargs)
        with model_storage.read_from(resource) as folder:
            component._neighbours = Neighbours.load(folder)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message and of its parts. An empty message gets none."""
        for message in messages:
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)  # FallbackClassifier wants one
            if readings := [m for m in (message, *message.get(PARTS, ())) if m.get(TEXT)]:
                self._rank(readings)
            message.set(PARTS, [self._said(part) for part in message.get(PARTS, ())], add_to_output=True)
        return messages

    def _leading(self, vectors: Matrix) -> Matrix:
        return vectors[:, : int(self.config["vote_dimensions"])]

    def _probabilities(self, vectors: Matrix) -> Matrix:
        learned: Matrix = self.clf.predict_proba(vectors)
        if self._neighbours is None:
            return learned
        share = float(self.config["vote"])
        voted = self._neighbours.vote(self._leading(vectors), learned.shape[1])
        mixed: Matrix = (1 - share) * learned + share * voted
        return mixed

    def _rank(self, readings: list[Message]) -> None:
        names, most = self.clf.classes_, int(self.config["ranking_length"])
        for reading, row in zip(readings, self._probabilities(self._create_X(readings)), strict=True):
            order = np.argsort(-row)[: most or None]
            ranking = [{"name": str(names[at]), "confidence": float(row[at])} for at in order]
            reading.set("intent", ranking[0], add_to_output=True)
            reading.set("intent_ranking", ranking, add_to_output=True)

    @staticmethod
    def _said(part: Message) -> dict[str, Any]:
        return {"text": part.get(TEXT), "intent_ranking": part.get("intent_ranking", [])}
