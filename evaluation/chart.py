"""Where the report has each item of CHART, the reporting tool for studies of chatbots that give health advice."""

from __future__ import annotations

from pathlib import Path

import yaml

from evaluation import tables

_ITEMS = Path(__file__).parent / "chart.yml"


def items() -> list[dict[str, str]]:
    """``item``, ``where`` (a heading of the report) and ``says``, in CHART's order."""
    found: list[dict[str, str]] = yaml.safe_load(_ITEMS.read_text(encoding="utf-8"))
    return found


def table() -> str:
    """Item, where, and what we say, as Markdown."""
    return tables.table(["item", "where", "what we say"], [(one["item"], one["where"], one["says"]) for one in items()])
