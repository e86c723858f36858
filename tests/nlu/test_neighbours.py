"""The nearest training questions vote."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu.neighbours import Matrix, Neighbours

RANDOM = np.random.default_rng(0)
EAST, NORTH, WEST = [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]


def _matrix(*rows: list[float]) -> Matrix:
    return np.array(rows, np.float32)


def _many() -> tuple[Neighbours, Matrix]:
    vectors = RANDOM.normal(size=(60, 8)).astype(np.float32)
    return Neighbours(vectors, [at % 4 for at in range(60)]), RANDOM.normal(size=(9, 8)).astype(np.float32)


def test_votes_add_up_to_one() -> None:
    neighbours, asked = _many()
    votes = neighbours.vote(asked, 4)
    assert votes.shape == (9, 4)
    assert votes.sum(axis=1) == pytest.approx(np.ones(9), abs=1e-5)
    assert (votes >= 0).all()


def test_the_nearest_class_wins() -> None:
    neighbours = Neighbours(_matrix(EAST, NORTH, WEST), [2, 0, 1])
    votes = neighbours.vote(_matrix([9.0, 1.0], [1.0, 9.0], [-9.0, 1.0]), 3)
    assert votes.argmax(axis=1).tolist() == [2, 0, 1]


def test_one_near_question_outweighs_many_far_ones() -> None:
    neighbours = Neighbours(_matrix(EAST, *[NORTH] * 10), [0] + [1] * 10)
    assert neighbours.vote(_matrix(EAST), 2)[0, 0] > 0.99


def test_only_the_nearest_are_asked() -> None:
    neighbours = Neighbours(_matrix(EAST, NORTH, WEST), [0, 1, 2], count=2)
    assert neighbours.vote(_matrix([1.0, 0.1]), 3)[0, 2] == 0


def test_of_equals_the_more_win_and_a_class_without_questions_gets_nothing() -> None:
    votes = Neighbours(_matrix(EAST, EAST, EAST), [1, 1, 0]).vote(_matrix(EAST), 3)
    assert votes[0] == pytest.approx([1 / 3, 2 / 3, 0], abs=1e-5)


def test_the_length_of_a_vector_does_not_count() -> None:
    neighbours, asked = _many()
    np.testing.assert_allclose(neighbours.vote(asked, 4), neighbours.vote(7 * asked, 4), atol=1e-5)


def test_a_vector_of_zeros_gets_a_vote() -> None:
    votes = Neighbours(_matrix(EAST, NORTH), [0, 1]).vote(_matrix([0.0, 0.0]), 2)
    assert votes[0] == pytest.approx([0.5, 0.5])


def test_nobody_asked_gives_no_votes() -> None:
    assert _many()[0].vote(np.zeros((0, 8), np.float32), 4).shape == (0, 4)


def test_what_was_saved_votes_the_same(tmp_path: Path) -> None:
    neighbours, asked = _many()
    neighbours.save(tmp_path)
    loaded = Neighbours.load(tmp_path)
    np.testing.assert_allclose(loaded.vote(asked, 4), neighbours.vote(asked, 4), atol=1e-2)


def test_many_messages_get_the_votes_each_would_get_alone() -> None:
    neighbours, _ = _many()
    asked = RANDOM.normal(size=(600, 8)).astype(np.float32)
    alone = np.vstack([neighbours.vote(asked[at : at + 1], 4) for at in (0, 255, 256, 599)])
    np.testing.assert_allclose(neighbours.vote(asked, 4)[[0, 255, 256, 599]], alone, atol=1e-5)


def test_of_very_many_questions_a_few_messages_get_the_votes_that_many_messages_get() -> None:
    questions, kinds = RANDOM.normal(size=(4_000, 24)).astype(np.float32), [at % 5 for at in range(4_000)]
    neighbours = Neighbours(questions, kinds)
    asked = questions[:40] + RANDOM.normal(size=(40, 24)).astype(np.float32) / 3
    few = np.vstack([neighbours.vote(asked[at : at + 1], 5) for at in range(40)])
    np.testing.assert_allclose(few, neighbours.vote(asked, 5), atol=1e-3)
