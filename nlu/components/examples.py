"""Training data that Rasa need not read again at every step, and whose vectors may still be on their way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.train import data_hash


class Examples(TrainingData):
    """TrainingData known by the hash of everything a model is made from.

    Between two components Rasa hashes every token and number of every example, which takes
    longer than learning from them. Questions, settings and code are in the hash already.

    What takes long and needs little of Python may go on beside the next step: who asks for
    ``training_examples`` waits for it.
    """

    _under_way: Future[None] | None = None

    @property
    def training_examples(self) -> list[Message]:
        """The examples, complete. Raises what went wrong meanwhile."""
        if self._under_way is not None:
            self._under_way.result()
        return self._read

    @training_examples.setter
    def training_examples(self, examples: list[Message]) -> None:
        self._read = examples

    @property
    def as_read(self) -> list[Message]:
        """The examples with their words, whatever is still under way."""
        return self._read

    def meanwhile(self, work: Callable[[], None]) -> None:
        """Begin ``work`` on the examples beside the steps to come; one at a time."""
        pool = ThreadPoolExecutor(1)
        self._under_way = pool.submit(work)
        pool.shutdown(wait=False)

    def fingerprint(self) -> str:
        """SHA-256 of what the examples and their features are made from."""
        return data_hash()
