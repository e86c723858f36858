"""What is promised of the content families are told: complete, sourced, honest where sources disagree."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.checks import check
from knowledge.library import HERE, Library

LISTS = Path(__file__).parent
NAMED = os.environ.get("SEEDS")
SEEDS = Path(NAMED) if NAMED else HERE.parent.parent / "shared" / "seeds"
# The documents are not ours to ship: they are compared where they are. Continuous integration names them in SEEDS,
# so that there their absence is a failure.
DOCUMENTS = [SEEDS] if NAMED or SEEDS.is_dir() else []
FEWEST_TERMS = 60


def _lines(name: str) -> list[str]:
    return (LISTS / name).read_text(encoding="utf-8").splitlines()


def _faults(seeds: Path | None) -> list[str]:
    return [str(finding) for finding in check(HERE, seeds) if not finding.warning]


def test_the_topics_are_those_promised_and_no_others(library: Library) -> None:
    promised = _lines("topic_ids.txt")
    assert len(promised) == 89
    assert sorted(library.topics) == sorted(promised)


def test_the_glossary_explains_the_words_families_meet(library: Library) -> None:
    assert len(library.terms) >= FEWEST_TERMS


@pytest.mark.parametrize("ids", _lines("disagreements.txt"))
def test_where_the_sources_disagree_families_are_told(ids: str, library: Library) -> None:
    told = [id_ for id_ in ids.split(" or ") if library.topics[id_].differences]
    assert told, f"no topic of `{ids}` has `differences:`"


def test_a_difference_names_both_sides(library: Library) -> None:
    differing = {id_: topic.differences for id_, topic in library.topics.items() if topic.differences}
    assert differing
    sides = {id_: {passage for s in said for passage in s.sources} for id_, said in differing.items()}
    assert [id_ for id_, passages in sides.items() if len(passages) < 2] == []


@pytest.mark.parametrize("seeds", [None, *DOCUMENTS], ids=str)
def test_nothing_is_wrong(seeds: Path | None) -> None:
    assert seeds is None or seeds.is_dir(), f"SEEDS names {seeds}, which is not a folder"
    assert _faults(seeds) == []
