"""The ranker weighs evidence: one weight a feature, and the meanings compete."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.in_context.ranker import Array, fit, shares

RANDOM = np.random.default_rng(0)
MESSAGES, MEANINGS, FEATURES, TELLING = 200, 5, 4, 2


def _features() -> Array:
    return RANDOM.normal(size=(MESSAGES, MEANINGS, FEATURES)).astype(np.float32)


def _right(features: Array) -> Array:
    """The meaning with most of the telling feature is the right one."""
    right = np.zeros(features.shape[:2], np.float32)
    right[np.arange(len(right)), features[:, :, TELLING].argmax(axis=1)] = 1
    return right


def test_shares_add_up_to_one() -> None:
    found = shares(_features(), np.ones(FEATURES, np.float32))
    assert found.shape == (MESSAGES, MEANINGS)
    assert found.sum(axis=1) == pytest.approx(np.ones(MESSAGES), abs=1e-5)
    assert (found >= 0).all()


def test_more_evidence_is_a_greater_share_and_no_weights_are_equal_shares() -> None:
    features = np.array([[[0.0], [2.0], [1.0]]], np.float32)
    assert shares(features, np.ones(1, np.float32))[0].argsort().tolist() == [0, 2, 1]
    assert shares(features, np.zeros(1, np.float32))[0] == pytest.approx([1 / 3] * 3)


def test_scores_of_any_size_give_shares() -> None:
    found = shares(np.array([[[900.0], [-900.0]]], np.float32), np.full(1, 9.0, np.float32))
    assert found[0] == pytest.approx([1.0, 0.0])


def test_the_feature_that_tells_gets_the_weight() -> None:
    features = _features()
    weights = fit(features, _right(features))
    assert weights[TELLING] > 1
    assert np.abs(np.delete(weights, TELLING)).max() < weights[TELLING] / 5


def test_a_feature_that_speaks_against_a_meaning_gets_a_weight_below_nothing() -> None:
    features = _features()
    assert fit(-features, _right(features))[TELLING] < -1


def test_what_was_learned_holds_for_messages_not_seen() -> None:
    features, unseen = _features(), _features()
    found = shares(unseen, fit(features, _right(features)))
    assert (found.argmax(axis=1) == _right(unseen).argmax(axis=1)).mean() > 0.9
    assert (found * _right(unseen)).sum(axis=1).mean() > 2 / MEANINGS


def test_of_several_right_meanings_any_will_do() -> None:
    features = np.zeros((MESSAGES, 3, 2), np.float32)
    features[:, 0, 0] = features[:, 1, 1] = 1
    right = np.tile(np.array([1, 1, 0], np.float32), (MESSAGES, 1))
    found = shares(features, fit(features, right))[0]
    assert found[:2].sum() > 0.9
    assert found[0] == pytest.approx(found[1], abs=1e-3)


def test_the_same_examples_give_the_same_weights() -> None:
    features = _features()
    np.testing.assert_array_equal(fit(features, _right(features)), fit(features, _right(features)))
