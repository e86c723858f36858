"""How like a message is to the follow-ups families wrote."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from nlu.in_context.meanings import Matrix
from nlu.in_context.nearest import Nearest, Places, unit

EAST, NORTH, BETWEEN, WEST = [1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [-1.0, 0.0]
HALF = 0.5**0.5
MEANINGS = 4
GROUPS = np.array([0, 0, 1])  # topics 0 and 1 are of one group


def _matrix(*rows: list[float]) -> Matrix:
    return np.array(rows, np.float32)


def _places(*places: int) -> Places:
    return np.array(places, np.int64)


@pytest.fixture
def nearest() -> Nearest:
    """Meaning 3 after topic 0 and after topic 2, meaning 1 after topic 1; nothing of meanings 0 and 2."""
    return Nearest(_matrix(EAST, NORTH, BETWEEN), _places(0, 1, 2), _places(3, 1, 3), GROUPS)


def test_the_most_like_example_of_each_meaning_counts(nearest: Nearest) -> None:
    everywhere, _, _ = nearest.likeness(_matrix(EAST, NORTH), _places(0, 0), MEANINGS)
    assert_allclose(everywhere, [[0, 0, 0, 1], [0, 1, 0, HALF]], atol=1e-6)


def test_examples_after_the_same_topic_and_group_are_told_apart(nearest: Nearest) -> None:
    asked = _matrix(BETWEEN)
    _, same, group = nearest.likeness(asked, _places(0), MEANINGS)
    assert_allclose(same, [[0, 0, 0, HALF]], atol=1e-6)
    assert_allclose(group, [[0, HALF, 0, HALF]], atol=1e-6)
    _, same, group = nearest.likeness(asked, _places(2), MEANINGS)
    assert_allclose(same, group, atol=1e-6)
    assert_allclose(same, [[0, 0, 0, 1]], atol=1e-6)


def test_an_example_is_not_compared_with_itself(nearest: Nearest) -> None:
    everywhere, same, group = nearest.likeness(
        _matrix(EAST, NORTH, BETWEEN), _places(0, 1, 2), MEANINGS, themselves=_places(0, 1, 2)
    )
    assert_allclose(everywhere, [[0, 0, 0, HALF], [0, 0, 0, HALF], [0, HALF, 0, HALF]], atol=1e-6)
    assert not same.any()
    assert not group.any()


def test_length_does_not_count_and_the_opposite_is_as_unlike_as_a_stranger(nearest: Nearest) -> None:
    for vector, likeness in (([9.0, 0.0], 1.0), (WEST, 0.0), ([0.0, 0.0], 0.0)):
        everywhere, _, _ = nearest.likeness(_matrix(vector), _places(0), MEANINGS)
        assert everywhere[0, 3] == pytest.approx(likeness, abs=1e-6)


def test_a_row_of_zeros_stays_one() -> None:
    assert_allclose(unit(_matrix([3.0, 4.0], [0.0, 0.0])), [[0.6, 0.8], [0.0, 0.0]], atol=1e-6)


def test_what_was_saved_finds_the_same(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    last, meant = random.integers(0, 3, 30), random.integers(0, 6, 30)
    nearest = Nearest(random.normal(size=(30, 8)).astype(np.float32), last, meant, GROUPS)
    nearest.save(tmp_path / "nearest.npz")
    asked, after = random.normal(size=(9, 8)).astype(np.float32), random.integers(0, 3, 9)
    found, before = Nearest.load(tmp_path / "nearest.npz").likeness(asked, after, 6), nearest.likeness(asked, after, 6)
    assert max(one.max() for one in before) > 0.5
    for one, other in zip(found, before, strict=True):
        assert_allclose(one, other, atol=1e-2)
