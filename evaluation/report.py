"""Measure the held-out questions, and write what was found to ``docs/evaluation.md``, by the template ``report.md``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogue.thresholds import ANSWER_FROM, MARGIN
from evaluation import chart, pictures, safety, tables
from evaluation.curve import curve, readings
from evaluation.measure import Measured, measure
from evaluation.reading_level import reading_table
from knowledge.library import Library
from nlu.train import data_hash

DOCS = Path("docs")

_TEMPLATE = Path(__file__).parent / "report.md"


def _write(measured: Measured, lines: list[safety.Line], model: Path) -> None:
    points = curve(readings(model))
    pictures.confidence(points, ANSWER_FROM, DOCS / "evaluation-confidence.png")
    pictures.groups(measured, DOCS / "evaluation-groups.png")
    text = _TEMPLATE.read_text(encoding="utf-8").format(
        date=date.today().isoformat(),
        hash=data_hash()[:12],
        overall=tables.overall(measured),
        others=tables.others(measured),
        recall=safety.recall_table(lines),
        alarms=safety.alarm_table(lines),
        errors=safety.errors(lines),
        threshold=ANSWER_FROM,
        margin=MARGIN,
        thresholds=tables.thresholds(points),
        confusions=tables.confusions(measured),
        per_topic=tables.per_topic(measured),
        reading=reading_table(Library.load()),
        chart=chart.table(),
    )
    (DOCS / "evaluation.md").write_text(text, encoding="utf-8")


def report(model: Path, processes: int) -> None:
    """Measure, print the main tables, write the report."""
    DOCS.mkdir(exist_ok=True)
    measured = measure(model, processes)
    lines = safety.measure(model, processes, measured)
    _write(measured, lines, model)
    found = (tables.overall(measured), tables.others(measured), safety.recall_table(lines), safety.alarm_table(lines))
    print(*found, reading_table(Library.load()), sep="\n\n")
    print(f"\n{measured.speed:.0f} turns a second, loading included. The whole report: {DOCS / 'evaluation.md'}")
