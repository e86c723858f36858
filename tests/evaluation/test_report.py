"""The report's numbers are those of what was judged, and repeat no held-out words."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import chart, pictures, report, safety, tables
from evaluation import curve as curves
from evaluation import measure as measuring
from evaluation.curve import Reading, curve
from evaluation.safety import Line
from tests.evaluation.judged import MEASURED

LINES = [Line("emergency.txt:7", "emergency", "answered", ""), Line("harmless.txt:1", "harmless", "answered", "")]
READINGS = [Reading(0.9, True, True), Reading(0.5, False, True), Reading(0.0, False, True), Reading(0.3, False, False)]


def test_the_curve_counts_what_each_threshold_answers() -> None:
    points = {round(point.threshold, 2): point for point in curve(READINGS)}
    assert len(points) == 20
    assert (points[0.0].right, points[0.0].wrong, points[0.0].others) == pytest.approx((1 / 3, 1 / 3, 1))
    assert (points[0.5].right, points[0.5].wrong, points[0.5].others) == pytest.approx((1 / 3, 1 / 3, 0))
    assert (points[0.95].right, points[0.95].wrong, points[0.95].others) == (0, 0, 0)


def test_of_nothing_read_nothing_is_answered() -> None:
    assert {(point.right, point.wrong, point.others) for point in curve([])} == {(0.0, 0.0, 0.0)}


def test_pictures_are_drawn(tmp_path: Path) -> None:
    pictures.confidence(curve(READINGS), 0.4, tmp_path / "curve.png")
    pictures.groups(MEASURED, tmp_path / "groups.png")
    assert all((tmp_path / name).read_bytes().startswith(b"\x89PNG") for name in ("curve.png", "groups.png"))


def test_the_report_is_written_without_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(report, "measure", lambda model, processes: MEASURED)
    monkeypatch.setattr(report, "readings", lambda model: READINGS)
    monkeypatch.setattr(report.safety, "measure", lambda model, processes, measured: LINES)
    report.report(Path("no-model"), 1)
    written = (tmp_path / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert tables.overall(MEASURED) in written
    assert safety.recall_table(LINES) in written
    assert "- emergency.txt:7: answered" in written
    assert "held-out words" not in written + capsys.readouterr().out
    assert len(list((tmp_path / "docs").glob("*.png"))) == 2


def test_every_held_out_turn_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"id": "c", "kind": "conversation", "turns": ["x", "y"], "expected": [["a"], []]}]
    reply = {"outcome": "answered", "topic": "a", "suggestions": []}
    monkeypatch.setattr("evaluation.heldout.everything", lambda: iter(rows))
    monkeypatch.setattr(measuring, "answers", lambda asked, *_: [[reply] * len(one.turns) for one in asked])
    measured = measuring.measure(Path("no-model"), 1)
    assert [(one.turn, one.verdict.value) for one in measured.judged] == [(0, "right"), (1, "wrong")]
    assert measured.speed > 0
    assert curves.THRESHOLDS[0] == 0


def test_every_item_of_the_reporting_tool_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "DOCS", tmp_path)
    monkeypatch.setattr(report, "readings", lambda model: READINGS)
    report._write(MEASURED, LINES, Path("no-model"))
    written = (tmp_path / "evaluation.md").read_text(encoding="utf-8")
    headings = [line.lstrip("# ") for line in written.splitlines() if line.startswith("#")]
    items = chart.items()
    numbers = [int("".join(c for c in one["item"].split()[0] if c.isdigit())) for one in items]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 13))
    places = [headings.index(one["where"]) if one["where"] != "title" else 0 for one in items]
    assert places == sorted(places)
    assert chart.table() in written
