"""Images hold what their process needs, from the one lock file, and run as nobody in particular."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from scripts.chat import ROOT
from tests.deploy.files import OURS
from tests.support.services.images import FOLDER, image

PYTHON = {"gateway": "3.13", "actions": "3.13", "console": "3.13", "rasa": "3.10"}
each_image = pytest.mark.parametrize("name", OURS)


def _text(name: str) -> str:
    return (FOLDER / f"{name}.Dockerfile").read_text(encoding="utf-8")


def test_there_is_one_file_a_process() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.Dockerfile" for name in OURS}


@each_image
def test_hadolint_finds_nothing(name: str) -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([hadolint, FOLDER / f"{name}.Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@each_image
def test_every_stage_begins_with_a_version_that_is_said(name: str) -> None:
    begun = [line.split()[1] for line in _text(name).splitlines() if line.startswith("FROM ")]
    assert set(begun) == {f"python:{PYTHON[name]}-slim-bookworm"}


@each_image
def test_it_is_installed_from_the_lock_with_a_group_of_its_own(name: str) -> None:
    assert f"uv sync --locked --no-cache --no-default-groups --group {name}\n" in _text(name)
    groups = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert name in groups


@each_image
def test_it_runs_as_nobody_and_says_whether_it_is_well(name: str) -> None:
    steps = dict(image(name).instructions)
    assert steps["USER"] == "10001:10001"
    assert steps["HEALTHCHECK"].endswith(f'CMD ["python", "-m", "scripts.healthy", "{name}"]')


@each_image
def test_nothing_private_is_built_in(name: str) -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".env", "data", "models", "deploy"} <= set(ignored)
    assert {source for source, _ in image(name).copied()} <= {
        path.name for path in ROOT.iterdir() if path.name not in ignored
    } | {"deploy/rasa", "scripts/__init__.py", "scripts/healthy.py"}
    words = " ".join(value for step, value in image(name).instructions if step in ("ENV", "ARG"))
    assert not [word for word in ("TOKEN", "SECRET", "PASSWORD", "KEY=") if word in words]


def test_rasa_is_told_the_same_in_a_container_but_for_where_the_actions_are() -> None:
    here, there = ((ROOT / path).read_text(encoding="utf-8") for path in ("endpoints.yml", "deploy/rasa/endpoints.yml"))
    moved = here.replace("http://127.0.0.1:5055/webhook", "${ACTIONS_URL}/webhook")
    assert there.splitlines()[1:] == moved.splitlines()[1:]
