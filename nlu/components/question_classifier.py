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

from dialogue.memory import Memory
from knowledge.library import Library
from nlu.components.keys import EXAMPLE, IN_CONTEXT, MEMORY, PARTS, SAFETY
from nlu.components.leaning import Leaning
from nlu.neighbours import Neighbours
from nlu.regression import SingleRegression
from nlu.stored import load_regression, save_regression

Matrix = npt.NDArray[np.float32]
_REGRESSION = "questions.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionClassifier(LogisticRegressionClassifier):
    """LogisticRegressionClassifier whose probabilities are mixed with a vote of the nearest questions.

    The regression knows what words mean on the whole; the vote knows how a question was
    put before. Besides ``intent_ranking`` the parse gets ``parts``, each with its own
    ranking, and ``in_context``: what the message means after the last answer, which is
    then its intent.
    """

    _neighbours: Neighbours | None = None
    _leaning: Leaning | None = None

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        """As Rasa's own, but for a regression that is fitted faster."""
        super().__init__(config, name, model_storage, resource)
        self.clf: Any = SingleRegression(**self.clf.get_params())

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``vote``: the share of the nearest questions; ``vote_dimensions``: the leading features they compare."""
        return {**LogisticRegressionClassifier.get_default_config(), "vote": 0.45, "vote_dimensions": 484}

    def _create_X(self, messages: list[Message]) -> Matrix:  # noqa: N802 (Rasa's name)
        """The messages' dense sentence features, shape (messages, features)."""
        rows = [message.get_dense_features(TEXT)[1].features for message in messages]
        return np.vstack(rows).astype(np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the regression, keep the questions to vote, then learn from follow-ups as these two read them."""
        alone = training_data.filter_training_examples(lambda one: not (one.get(EXAMPLE) or one.get(SAFETY)))
        resource = super().train(alone)
        examples = [e for e in alone.intent_examples if e.get(INTENT) and e.get(TEXT)]
        vectors, places = self._create_X(examples), {name: at for at, name in enumerate(self.clf.classes_)}
        self._neighbours = Neighbours(self._leading(vectors), [places[e.get(INTENT)] for e in examples])
        self._leaning = self._learned([e for e in training_data.intent_examples if e.get(EXAMPLE)])
        with self._model_storage.write_to(self._resource) as folder:
            self._neighbours.save(folder)
            self._leaning.save(folder)
        return resource

    def _learned(self, follow_ups: list[Message]) -> Leaning:
        leaning = Leaning(self.clf.classes_, Library.load())
        if follow_ups:
            vectors = self._create_X(follow_ups)
            leaning.fit(follow_ups, self._leading(vectors), self._probabilities(vectors))
        return leaning

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
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.clf = load_regression(folder / _REGRESSION)
            component._neighbours = Neighbours.load(folder)
            component._leaning = Leaning(component.clf.classes_, Library.load())
            component._leaning.load(folder)
        return component

    def persist(self) -> None:
        """Store the regression."""
        with self._model_storage.write_to(self._resource) as folder:
            save_regression(self.clf, folder / _REGRESSION)

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message and of its parts. An empty message gets none."""
        for message in messages:
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)  # FallbackClassifier wants one
            message.set(IN_CONTEXT, [], add_to_output=True)
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
        vectors = self._create_X(readings)
        shares = self._probabilities(vectors)
        for reading, row in zip(readings, shares, strict=True):
            ranking = self._ranking(row)
            reading.set("intent", ranking[0], add_to_output=True)
            reading.set("intent_ranking", ranking, add_to_output=True)
        self._rank_in_context(readings[0], self._leading(vectors)[0], shares[0])

    def _ranking(self, row: Matrix) -> list[dict[str, Any]]:
        names, most = self.clf.classes_, int(self.config["ranking_length"])
        return [{"name": str(names[at]), "confidence": float(row[at])} for at in np.argsort(-row)[: most or None]]

    def _rank_in_context(self, message: Message, vector: Matrix, row: Matrix) -> None:
        """After an answer, what the message means there decides; Rasa's rules go by the intent."""
        memory: Memory | None = message.get(MEMORY)
        if self._leaning is None or memory is None:
            return
        if ranked := self._leaning.rank(message, memory, vector, row, int(self.config["ranking_length"])):
            message.set("intent", ranked[0], add_to_output=True)
            message.set(IN_CONTEXT, ranked, add_to_output=True)

    @staticmethod
    def _said(part: Message) -> dict[str, Any]:
        return {"text": part.get(TEXT), "intent_ranking": part.get("intent_ranking", [])}
