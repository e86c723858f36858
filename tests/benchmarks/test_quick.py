"""The whole of `make bench` in its quick size: whoever reads the report finds every part, measured."""

import re
import subprocess
import sys

import pytest

from scripts.chat import ROOT

TITLES = (
    "Latency and throughput",
    "Growth",
    "Where the time of one message goes",
    "What made it fast",
    "Scaling",
    "Memory, start and size",
    "The limit: understanding alone",
    "Understanding beside Rasa's default pipeline",
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks", "--quick", "--folder", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_a_quick_run_writes_every_part_with_its_figures_and_pictures(written):
    report = (written / "performance.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", report, re.MULTILINE) == list(TITLES)
    assert re.search(r"\| our gateway and our Rasa \| 2 \| [\d.]+ \| [\d.]+ \| [\d.]+ \|", report)
    for picture in re.findall(r"\]\((performance-[^)]*)\)", report):
        assert (written / picture).stat().st_size > 1000, picture
