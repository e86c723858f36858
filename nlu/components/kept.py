"""What all our components share: being made by Rasa for training, and read back from the model archive."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from typing_extensions import Self

from nlu.components.keys import with_readings


@dataclass(frozen=True)
class Place:
    """Where a component stands: its settings, its name in the pipeline, and where it keeps what it learned."""

    config: dict[str, Any]
    name: str
    storage: ModelStorage
    resource: Resource


class KeptComponent(GraphComponent):
    """A component with a folder of its own in the model archive."""

    place: Place

    @classmethod
    @abstractmethod
    def new(cls, place: Place) -> Self:
        """The component before it was trained."""

    @classmethod
    @abstractmethod
    def read(cls, place: Place, folder: Path) -> Self:
        """The component as it was trained, from its ``folder``."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """As Rasa makes it for training."""
        return cls.new(Place(config, execution_context.node_name, model_storage, resource))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """As Rasa reads it from a model."""
        place = Place(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            return cls.read(place, folder)


class KeptFeaturizer(KeptComponent, DenseFeaturizer):
    """A featurizer that reads a message and its other readings (questions, pieces) at once."""

    def __init__(self, place: Place) -> None:
        """Stand at ``place``."""
        super().__init__(place.name, place.config)
        self.place = place

    @abstractmethod
    def add(self, messages: list[Message]) -> None:
        """Add features to ``messages``."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to the examples."""
        self.add([reading for message in training_data.training_examples for reading in with_readings(message)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add features to messages and to their other readings."""
        for message in messages:
            self.add(with_readings(message))
        return messages
