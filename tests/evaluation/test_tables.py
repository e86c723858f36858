"""The report's tables count what was judged."""

from __future__ import annotations

from evaluation import tables
from evaluation.reading_level import reading_table
from knowledge.library import Library
from tests.evaluation.judged import MEASURED


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_topics_and_later_turns_are_counted_apart() -> None:
    assert _cells(tables.overall(MEASURED)) == [
        ["questions on our topics", "5", "40.0 %", "20.0 %", "40.0 %", "0.0 %"],
        ["later turns of conversations", "2", "50.0 %", "0.0 %", "0.0 %", "50.0 %"],
    ]


def test_questions_that_are_not_ours_are_counted_by_kind() -> None:
    assert _cells(tables.others(MEASURED))[:2] == [
        ["not_covered", "2", "50.0 %", "answered 1, clarify 1"],
        ["other_disease", "1", "0.0 %", "clarify 1"],
    ]


def test_the_weakest_topics_come_first() -> None:
    assert [row[0] for row in _cells(tables.per_topic(MEASURED))] == ["b.two", "a.one", "c.three"]


def test_confusions_are_counted() -> None:
    assert _cells(tables.confusions(MEASURED)) == [["a.one", "b.two", "2"]]


def test_reading_levels_name_the_hardest_topic(library: Library) -> None:
    rows = _cells(reading_table(library))
    assert len(rows) == 3
    assert all(row[3] in library.topics and float(row[1]) <= float(row[2]) for row in rows)
