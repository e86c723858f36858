"""Training data that Rasa need not read again at every step to see whether it changed."""

from __future__ import annotations

from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.train import data_hash


class Examples(TrainingData):
    """TrainingData known by the hash of everything a model is made from.

    Between two components Rasa hashes every token and number of every example, which takes
    longer than learning from them. Questions, settings and code are in the hash already.
    """

    def fingerprint(self) -> str:
        """SHA-256 of what the examples and their features are made from."""
        return data_hash()
