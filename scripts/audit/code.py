"""Our code, read by bandit; what it is wrong about is said beside the line, or in ``docs/security/accepted.yml``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

_NOT_RUN = ("tests", "benchmarks")
ACCEPTED = Path("docs/security/accepted.yml")


def faults(root: Path) -> list[str]:
    """One line for each finding that nobody accepted, and for each acceptance that nothing needs any more."""
    found = {(str(Path(one["filename"])), str(one["test_id"])): one for one in _read_by_bandit(root)}
    accepted = {(one["file"], one["test"]) for one in yaml.safe_load((root / ACCEPTED).read_text(encoding="utf-8"))}
    new = [_line(one) for place, one in sorted(found.items()) if place not in accepted]
    return new + [f"{ACCEPTED}: {file} has no {test} any more; take it out" for file, test in accepted - set(found)]


def packages(root: Path) -> list[str]:
    """The packages that run in production, by folder."""
    return sorted(path.parent.name for path in root.glob("*/__init__.py") if path.parent.name not in _NOT_RUN)


def _read_by_bandit(root: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "bandit", "-c", "pyproject.toml", "-q", "-r", "-f", "json", *packages(root)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        lines = done.stderr.splitlines() or ["it said nothing"]
        raise RuntimeError(f"bandit did not run ({lines[-1]}); run `make setup`") from None
    found: list[dict[str, Any]] = report["results"]
    return found + [{"filename": one["filename"], "test_id": one["reason"]} for one in report["errors"]]


def _line(one: dict[str, Any]) -> str:
    place = f"{Path(one['filename'])}:{one.get('line_number', 1)}"
    what = one.get("issue_text", "it cannot be read")
    return f"{place}: {one['test_id']}: {what} Mend it, or say why it is none: `# nosec {one['test_id']}  # reason`"
