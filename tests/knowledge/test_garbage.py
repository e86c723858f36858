"""Whatever an editor writes into any field, the check names the file and does not break."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from knowledge.__main__ import main
from tests.knowledge.tree import Tree

FILES = ["glossary", "groups", "sources", "subjects", "followups", "copied_allowed", "topics/plant/what"]
GARBAGE: list[Any] = [5, {"a": None}, [[1]]]
Path_ = tuple[Any, ...]


def _places(raw: Any, path: Path_ = ()) -> Iterator[Path_]:
    yield path
    keys = raw if isinstance(raw, dict) else range(len(raw)) if isinstance(raw, list) else ()
    for key in keys:
        yield from _places(raw[key], (*path, key))


def _with(raw: Any, path: Path_, value: Any) -> Any:
    if not path:
        return value
    raw = copy.copy(raw)
    raw[path[0]] = _with(raw[path[0]], path[1:], value)
    return raw


@pytest.mark.parametrize("garbage", GARBAGE, ids=str)
@pytest.mark.parametrize("name", FILES)
def test_garbage_is_a_fault_of_its_file(
    name: str, garbage: Any, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tree.root / f"{name}.yml"
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    places = list(_places(raw))
    assert places
    for place in places:
        file.write_text(yaml.safe_dump(_with(raw, place, garbage)), encoding="utf-8")
        assert main(["check", *tree.arguments]) == 1, place
        assert f"healthy/{name}.yml:" in capsys.readouterr().out, place
