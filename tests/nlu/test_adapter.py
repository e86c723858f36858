"""What the encoder was taught is stored small, and fits the weights it was made from or says so."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu.encoder import adapter, graph, weights
from nlu.encoder.convert import encoder_folder

CHANCE = np.random.default_rng(0)


def _narrow(rows: int, columns: int, rank: int) -> np.ndarray:
    return (CHANCE.normal(size=(rows, rank)) @ CHANCE.normal(size=(rank, columns))).astype(np.float32)


def test_a_change_of_few_directions_comes_back_as_it_was(tmp_path: Path) -> None:
    changes = {"layer_._0/kernel": _narrow(40, 30, 3), "layer_._0/bias": CHANCE.normal(size=7).astype(np.float32)}
    adapter.save(changes, 4, tmp_path / "a.npz")
    found = adapter.load(tmp_path / "a.npz")
    assert found.keys() == changes.keys()
    for name, change in changes.items():
        np.testing.assert_allclose(found[name], change, atol=0.02)


def test_what_has_many_directions_keeps_the_greatest_and_takes_less_room(tmp_path: Path) -> None:
    great, small = 10 * _narrow(200, 200, 1), 0.01 * _narrow(200, 200, 50)
    for rank in (2, 200):
        adapter.save({"kernel": great + small}, rank, tmp_path / f"{rank}.npz")
    kept = adapter.load(tmp_path / "2.npz")["kernel"]
    assert np.linalg.norm(kept - great) < 0.05 * np.linalg.norm(great)
    assert (tmp_path / "2.npz").stat().st_size < 0.1 * (tmp_path / "200.npz").stat().st_size


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    assert adapter.load(tmp_path / "none.npz") == {}
    assert adapter.changed({"kernel": np.ones((2, 2), np.float32)}, {}) == {}


@pytest.mark.parametrize("weights_", [{}, {"kernel": np.ones((3, 2), np.float32)}])
def test_changes_of_other_weights_are_refused_with_the_mend(weights_: dict[str, np.ndarray]) -> None:
    with pytest.raises(adapter.AdapterFault, match=r"no weight 'kernel' of shape \(2, 2\); run `make adapter`"):
        adapter.changed(weights_, {"kernel": np.ones((2, 2), np.float32)})


def test_the_graph_is_kept_by_weights_and_adapter() -> None:
    assert encoder_folder().name == f"{weights.SHA256[:12]}-{adapter.digest()[:12]}-{graph.VERSION}"
    assert 0 < adapter.ADAPTER.stat().st_size < 4_000_000
