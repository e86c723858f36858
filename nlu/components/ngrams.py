"""The words of a message: tf-idf of word and character n-grams, folded to their main directions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, make_union
from sklearn.utils.extmath import randomized_svd

from nlu.components.examples import Examples
from nlu.components.kept import KeptFeaturizer, Place
from nlu.components.keys import EXAMPLE, PLAIN, SAFETY
from nlu.stored import load_weights, save_weights

_COUNTING, _DIRECTIONS = "ngrams.npz", "directions.npy"
_TOKEN = r"\S+"
_NONE = np.zeros((0, 0), np.float16)


def _counting(config: dict[str, Any]) -> FeatureUnion:
    words = {"analyzer": "word", "token_pattern": _TOKEN, "ngram_range": tuple(config["words"])}
    letters = {"analyzer": "char_wb", "ngram_range": tuple(config["letters"])}
    return make_union(
        TfidfVectorizer(sublinear_tf=True, min_df=config["least_words"], dtype=np.float32, **words),
        TfidfVectorizer(sublinear_tf=True, min_df=config["least_letters"], dtype=np.float32, **letters),
    )


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(KeptFeaturizer):
    """Adds one dense sentence feature of shape (1, ``dimensions``) per message.

    Latent semantic analysis: the strongest directions come first. Dense rows train five
    times as fast as the n-grams themselves, at the same accuracy once neighbours vote.
    """

    def __init__(self, place: Place, counting: FeatureUnion, directions: npt.NDArray[np.float16] = _NONE) -> None:
        """``directions`` has shape (n-grams, dimensions); there are none until trained."""
        super().__init__(place)
        self._scale = float(place.config["scale"])
        self._counting, self._directions = counting, directions

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Lengths of n-grams (in words, in letters), how many messages must hold one, directions kept, their weight."""
        own = {
            "words": [1, 2],
            "letters": [3, 4],
            "least_words": 2,
            "least_letters": 3,
            "dimensions": 800,
            "scale": 4.5,
        }
        return {**DenseFeaturizer.get_default_config(), **own}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise ValueError for n-gram lengths that are not a range."""
        for key in ("words", "letters"):
            low, high = config[key]
            if not 1 <= low <= high:
                raise ValueError(f"NgramFeaturizer: {key} is {config[key]}; write [shortest, longest]")

    @classmethod
    def new(cls, place: Place) -> NgramFeaturizer:
        """An untrained featurizer."""
        return cls(place, _counting(place.config))

    @classmethod
    def read(cls, place: Place, folder: Path) -> NgramFeaturizer:
        """The featurizer as it was trained."""
        counting = _counting(place.config)
        load_weights(_vectorizers(counting), folder / _COUNTING)
        return cls(place, counting, np.load(folder / _DIRECTIONS))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the n-grams of the examples, and store them."""
        known = training_data.as_read if isinstance(training_data, Examples) else training_data.training_examples
        texts = [message.get(PLAIN) for message in known if _alone(message)]
        counted = self._counting.fit_transform(texts)
        for vectorizer in _vectorizers(self._counting):
            del vectorizer.stop_words_  # what min_df left out: large, and never needed again
        _, _, directions = randomized_svd(counted, self._config["dimensions"], n_iter=2, random_state=0)
        self._directions = np.ascontiguousarray(directions.T, dtype=np.float16)
        with self.place.storage.write_to(self.place.resource) as folder:
            save_weights(_vectorizers(self._counting), folder / _COUNTING)
            np.save(folder / _DIRECTIONS, self._directions)
        return self.place.resource

    def add(self, messages: list[Message]) -> None:
        """Add the folded n-grams of ``messages``."""
        texts = [message.get(PLAIN) or message.get(TEXT) for message in messages]
        if not texts:
            return
        rows = self._scale * self._folded(self._counting.transform(texts).astype(np.float32))
        for message, row in zip(messages, rows, strict=True):
            self.add_features_to_message(None, row[None, :], TEXT, message)

    def _folded(self, counted: csr_matrix) -> npt.NDArray[np.float32]:
        """Along the directions, of which only those of n-grams that are there are read in full precision."""
        there = np.unique(counted.indices)
        rows: npt.NDArray[np.float32] = counted[:, there] @ self._directions[there].astype(np.float32)
        return rows


def _vectorizers(counting: FeatureUnion) -> list[TfidfVectorizer]:
    return [vectorizer for _, vectorizer in counting.transformer_list]


def _alone(message: Message) -> bool:
    """Whether an example stands for itself: a question or a line on safety, no follow-up."""
    return bool(message.get(INTENT) or message.get(SAFETY)) and not message.get(EXAMPLE)
