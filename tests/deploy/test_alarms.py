"""Every alarm can be read by Prometheus, looks at figures there are, and leads to a place in the guide."""

from __future__ import annotations

import re
from typing import Any

import promql_parser
import pytest
import yaml

from bot.metrics import Metrics
from scripts.chat import ROOT

GUIDE = "docs/operations.md"
RULES: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((ROOT / "deploy" / "prometheus" / "rules.yml").read_text(encoding="utf-8"))["groups"]
    for rule in group["rules"]
]


@pytest.fixture(params=RULES, ids=lambda rule: str(rule["alert"]))
def rule(request: pytest.FixtureRequest) -> Any:
    return request.param


def _selectors(expression: Any) -> list[Any]:
    """Every selector of series in an expression, however deep."""
    if isinstance(expression, promql_parser.VectorSelector):
        return [expression]
    if isinstance(expression, promql_parser.MatrixSelector):
        return [expression.vector_selector]
    parts = [getattr(expression, name, None) for name in ("lhs", "rhs", "expr")]
    return [found for part in (*parts, *getattr(expression, "args", ())) if part for found in _selectors(part)]


def _exported() -> set[str]:
    """The series of a gateway that has seen something."""
    metrics = Metrics()
    for counter in (metrics.updates, metrics.outcomes, metrics.rasa_failed, metrics.sent, metrics.failed):
        counter.labels("any").inc()
    return {line.partition("{")[0].split()[0] for line in metrics.page().decode().splitlines() if line[0] != "#"}


def test_it_looks_at_what_the_gateway_exports_and_at_no_other_job(rule: dict[str, Any]) -> None:
    found = _selectors(promql_parser.parse(rule["expr"]))
    assert found
    assert {selector.name for selector in found} <= {*_exported(), "up"}
    assert all('job="companion"' in selector.prettify() for selector in found)


def test_it_says_how_grave_it_is_and_what_families_feel(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert re.fullmatch(r"[A-Z][A-Za-z]+", rule["alert"])
    assert re.fullmatch(r"\d+[smh]", rule.get("for", "0s"))
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["summary"].endswith(".")


def test_it_leads_to_a_heading_of_the_guide(rule: dict[str, Any]) -> None:
    page, _, anchor = rule["annotations"]["runbook"].partition("#")
    headings = re.findall(r"^#+ (.+)$", (ROOT / GUIDE).read_text(encoding="utf-8"), re.MULTILINE)
    assert page == GUIDE
    assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_guide_names_every_alarm() -> None:
    named = set(re.findall(r"^\| `([A-Z][a-z]\w+)`", (ROOT / GUIDE).read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {rule["alert"] for rule in RULES}
