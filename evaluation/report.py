"""Measure the held-out questions, and write what was found to ``docs/evaluation.md``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogue.thresholds import ANSWER_FROM, MARGIN
from evaluation import pictures, safety, tables
from evaluation.curve import curve, readings
from evaluation.measure import Measured, measure
from evaluation.reading_level import reading_table
from knowledge.library import Library
from nlu.train import data_hash

DOCS = Path("docs")

_TEXT = """# Evaluation

Written by `make evaluate` on {date}; data {hash}. Do not edit: run it again.

Our own held-out questions (`evaluation/heldout/`) were written apart from the training questions, by people who had not
seen them, and no training line is, exactly or nearly, one of them (`tests/evaluation/test_heldout.py`).

## Questions and conversations

Right: the expected topic was answered. Offered: it was among the suggestions of "did you mean". Wrong: another topic
was answered. Declined: none was.

{overall}

![verdicts by group of topics](evaluation-groups.png)

## Questions that are not ours to answer

{others}

## What must not be missed

The held-out lines of `evaluation/heldout/safety/`, which no rule and no training line was written from. Emergencies and
self-harm must be recognised exactly; for the others a stronger category counts.

{recall}

{alarms}

## How sure is sure enough

A question is answered when its likeliest topic weighs at least {threshold:.2f}, and {margin:.2f} more than the next;
otherwise up to three topics are offered. The curve shows the first of the two alone.

![confidence curve](evaluation-confidence.png)

{thresholds}

## What was taken for what

{confusions}

## Topic by topic

{per_topic}

## Errors on safety, line by line

{errors}

## Reading level of the short answers

Grades are US school years. "Eased" counts unavoidable medical terms (the glossary's) as two syllables; the content
check holds it at 6 or lower.

{reading}
"""


def _write(measured: Measured, lines: list[safety.Line], model: Path) -> None:
    points = curve(readings(model))
    pictures.confidence(points, ANSWER_FROM, DOCS / "evaluation-confidence.png")
    pictures.groups(measured, DOCS / "evaluation-groups.png")
    text = _TEXT.format(
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
