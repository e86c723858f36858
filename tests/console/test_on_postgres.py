"""What asks the database most of the console also holds on PostgreSQL, as many machines run it."""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.chat import ROOT
from tests.console.conftest import ANOTHER_DATABASE

CHOSEN = ("queue", "erasing", "corrections", "retention", "figures", "missing")
_NO_DATABASE_IN = "not any_change and not median and not centre and not texts_without"
_OURS = ("PYTEST_", "DJANGO_")


def test_queue_corrections_figures_and_erasing_hold_on_postgresql(postgres_url: str) -> None:
    files = [f"tests/console/test_{name}.py" for name in CHOSEN]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-k", _NO_DATABASE_IN, *files],
        cwd=ROOT,
        env={**kept, ANOTHER_DATABASE: f"{postgres_url.rpartition('/')[0]}/console"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:]
    assert "skipped" not in done.stdout.splitlines()[-1]
