"""What all tests of ``knowledge`` share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.tree import Tree, plant


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A healthy tree of its own for each test."""
    return plant(tmp_path)
