"""The encoder with a head for each task, in TensorFlow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
from tokenizers import Tokenizer
from transformers import TFAutoModel

from nlu.encoder.convert import TOKENIZER

_MOST_TOKENS, _SHARPNESS = 64, 8.0
_ENCODER_RATE, _HEAD_RATE, _WARM_UP = 5e-5, 2e-2, 100


def name_of(weight: Any) -> str:
    """A weight's name without what TensorFlow puts around it: ``layer_._0/attention/self/query/kernel``."""
    return str(weight.name).partition("/encoder/")[2].partition(":")[0]


class _Rate(tf.keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]  # TensorFlow is not typed
    """Up in a hundred steps, then down to nothing in a straight line."""

    def __init__(self, most: float, steps: int) -> None:
        self._most, self._steps = most, float(steps)

    def __call__(self, step: Any) -> Any:
        at = tf.cast(step, tf.float32)
        return self._most * tf.minimum(1.0, (at + 1) / _WARM_UP) * tf.maximum(0.0, 1 - at / self._steps)


class Network:
    """Learns batch by batch. ``tasks`` gives the number of meanings of each; ``steps`` how many batches will come."""

    def __init__(self, source: Path, tasks: dict[str, int], steps: int) -> None:
        """Read the published weights; the words' own vectors stay as they are."""
        tf.random.set_seed(0)
        self._model = TFAutoModel.from_pretrained(source)
        self._tokenizer = Tokenizer.from_file(str(source / TOKENIZER))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        self._weights = [w for w in self._model.trainable_weights if "/encoder/" in w.name]
        size = self._model.config.hidden_size
        self._heads = {task: (tf.Variable(tf.zeros((size, n))), tf.Variable(tf.zeros(n))) for task, n in tasks.items()}
        self._before = {name_of(w): w.numpy() for w in self._weights}
        self._encoder_steps = tf.keras.optimizers.AdamW(_Rate(_ENCODER_RATE, steps), 0.01, global_clipnorm=1.0)
        self._head_steps = {t: tf.keras.optimizers.Adam(_Rate(_HEAD_RATE, steps)) for t in tasks}
        self._learn = {task: tf.function(self._learner(task), reduce_retracing=True) for task in tasks}

    def learn(self, task: str, texts: Sequence[Any], meant: Any) -> float:
        """One step on ``texts`` (or pairs); ``meant`` are shares, shape (texts, meanings). The loss before it."""
        encoded = self._tokenizer.encode_batch(list(texts))
        ids, mask, kinds = (
            tf.constant([getattr(e, field) for e in encoded], tf.int32)
            for field in ("ids", "attention_mask", "type_ids")
        )
        return float(self._learn[task](ids, mask, kinds, tf.constant(meant, tf.float32)))

    def changes(self) -> dict[str, Any]:
        """How far each weight has moved, by name."""
        return {name_of(w): np.asarray(w.numpy() - self._before[name_of(w)]) for w in self._weights}

    def _vectors(self, ids: Any, mask: Any, kinds: Any) -> Any:
        hidden = self._model(input_ids=ids, attention_mask=mask, token_type_ids=kinds, training=True).last_hidden_state
        counted = tf.cast(mask, tf.float32)[..., None]
        return tf.math.l2_normalize(tf.reduce_sum(hidden * counted, 1) / tf.reduce_sum(counted, 1), axis=1)

    def _learner(self, task: str) -> Any:
        kernel, bias = self._heads[task]

        def step(ids: Any, mask: Any, kinds: Any, meant: Any) -> Any:
            with tf.GradientTape() as tape:
                scores = _SHARPNESS * self._vectors(ids, mask, kinds) @ kernel + bias
                loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(meant, scores))
            slopes = tape.gradient(loss, [*self._weights, kernel, bias])
            self._encoder_steps.apply_gradients(zip(slopes[:-2], self._weights))  # noqa: B905 (TensorFlow reads this code, and knows no `strict`)
            self._head_steps[task].apply_gradients(zip(slopes[-2:], (kernel, bias)))  # noqa: B905
            return loss

        return step
