"""A fresh assistant of ``rasa init``: made and trained once, then kept in ``.rasa/bench``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.over_http import OverRest
from benchmarks.processes import NotThere, running
from scripts.chat import QUIET, ROOT, free_port
from scripts.telegram import answers

KEPT = ROOT / ".rasa" / "bench"
PROJECT = KEPT / "template"


def there() -> bool:
    """Whether it was made before."""
    return bool(list(PROJECT.glob("models/*.tar.gz")))


def project() -> Path:
    """The folder of the project, with its model. Raises NotThere when ``rasa init`` fails."""
    if not there():
        PROJECT.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-W", "ignore", "-m", "rasa", "init", "--no-prompt", "--init-dir", str(PROJECT)]
        with (KEPT / "template.log").open("wb") as log:
            done = subprocess.run(command, stdout=log, stderr=log, env=_environment(), check=False)
        if done.returncode:
            raise NotThere(f"`rasa init` failed; the reason stands in {KEPT / 'template.log'}")
    return PROJECT


def _environment() -> dict[str, str]:
    return {**os.environ, **QUIET}


@contextmanager
def served() -> Iterator[OverRest]:
    """The template over REST while the block runs. Raises NotThere."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = ["rasa", "run", "-m", "models", "-i", "127.0.0.1", "-p", str(port)]
    with running(command, KEPT / "served.log", lambda: answers(f"{url}/webhooks/rest/", {}), {}, project()):
        yield OverRest(url)
