"""A place to train our components in: Rasa's own storage in a folder, twelve questions and twelve follow-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.ngrams import NgramFeaturizer
from nlu.components.plain_words import PlainWords
from nlu.components.question_classifier import QuestionClassifier
from nlu.components.sentence_vector import SentenceVectorFeaturizer
from nlu.components.strange_words import StrangeWords
from nlu.components.subject_extractor import SubjectExtractor
from tests.nlu.shared import few_rounds

QUESTIONS = {
    "staging.ms": ("what is stage MS", "what does stage MS mean", "explain stage MS", "is stage MS the same as 4S"),
    "treatment.surgery": ("how is the surgery done", "does he need surgery", "how long is surgery", "risky surgery?"),
    "small_talk.thanks": ("thank you so much", "thanks, thank you", "many thanks for the help", "thank you very much"),
}
FOLLOW_UPS = {
    "staging.ms": (
        "staging.ms > what does it mean",
        "staging.ms > tell me about it",
        "staging.ms > explain it again",
        "treatment.surgery > what is stage MS then",
    ),
    "treatment.surgery": (
        "treatment.surgery > how long does it take",
        "treatment.surgery > tell me about it",
        "treatment.surgery; stage:MS > is it risky",
        "staging.ms > how is it treated",
        "staging.ms > does he need surgery then",
    ),
    "small_talk.thanks": (
        "staging.ms > ok thank you",
        "treatment.surgery > thanks so much",
        "tests.mibg > many thanks then",
    ),
}
FEATURES = (PlainWords, StrangeWords, SentenceVectorFeaturizer, NgramFeaturizer)
PIPELINE = (*FEATURES, QuestionClassifier, SubjectExtractor)
SETTINGS: dict[type, dict[str, Any]] = {NgramFeaturizer: {"dimensions": 6}}


class Slots(dict[str, Any]):
    """As much of a tracker as ``PlainWords`` needs."""

    def current_slot_values(self) -> dict[str, Any]:
        return dict(self)


def training_data(*more: Mapping[str, Sequence[str]]) -> TrainingData:
    """The twelve questions and ``more`` by intent, fresh: components write on them."""
    asked = [(text, intent) for given in (QUESTIONS, *more) for intent, texts in given.items() for text in texts]
    return TrainingData([Message.build(text, intent) for text, intent in asked])


@dataclass(frozen=True)
class Bench:
    """Where components are made, trained and loaded again."""

    folder: Path

    def create(self, component: type[GraphComponent], **settings: Any) -> Any:
        """The component, not trained."""
        return component.create(*self._place(component, settings))

    def load(self, component: type[GraphComponent], **settings: Any) -> Any:
        """The component as it was stored."""
        return component.load(*self._place(component, settings))

    def _place(self, component: type[GraphComponent], settings: dict[str, Any]) -> tuple[Any, ...]:
        config = {**component.get_default_config(), **SETTINGS.get(component, {}), **settings}
        if hasattr(component, "validate_config"):
            component.validate_config(config)
        name = component.__name__
        context = ExecutionContext(GraphSchema({}), model_id="test", node_name=name)
        return config, LocalModelStorage(self.folder), Resource(name), context

    def trained(self, upto: type[GraphComponent] = SubjectExtractor) -> list[Any]:
        """The pipeline's components until ``upto``, each trained on what those before it made of the examples."""
        data, made = training_data(FOLLOW_UPS), []
        for component in PIPELINE[: PIPELINE.index(upto) + 1]:
            made.append(self.create(component))
            with few_rounds():
                made[-1].train(data)
            if component in FEATURES:
                data = made[-1].process_training_data(data)
        return made

    def loaded(self) -> list[Any]:
        """The pipeline's components as they were stored."""
        return [self.load(component) for component in PIPELINE]


def read(components: Sequence[Any], text: str, **slots: str) -> Message:
    """The message ``text`` after ``components``; ``slots`` is what the conversation remembers."""
    message = Message({TEXT: text})
    components[0].process([message], Slots(slots))
    for component in components[1:]:
        component.process([message])
    return message


def parse(components: Sequence[Any], text: str, **slots: str) -> dict[str, Any]:
    """What a model of ``components`` gives out for ``text``."""
    found: dict[str, Any] = read(components, text, **slots).as_dict(only_output_properties=True)
    return found
