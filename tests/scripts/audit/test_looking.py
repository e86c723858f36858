"""Bandit, the scan for secrets and uv find what was planted, and each tells it in a line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.audit import code, kept_secrets, published
from scripts.chat import ROOT

SHELL = "import subprocess\n\n\ndef run(text: str) -> None:\n    subprocess.run(text, shell=True, check=True)\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "security").mkdir(parents=True)
    (tmp_path / "docs" / "security" / "accepted.yml").write_text("[]\n", encoding="utf-8")
    (tmp_path / "docs" / "security" / "advisories.yml").write_text("[]\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.bandit]\nskips = ['B404']\n", encoding="utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text(SHELL, encoding="utf-8")
    return tmp_path


def test_a_shell_is_found_and_can_be_accepted_while_it_is_there(house: Path) -> None:
    (fault,) = code.faults(house)
    assert fault.startswith("pack/__init__.py:5: B602")
    accepted = "- {file: pack/__init__.py, test: B602, why: x}\n- {file: pack/gone.py, test: B101, why: x}\n"
    (house / code.ACCEPTED).write_text(accepted, encoding="utf-8")
    (fault,) = code.faults(house)
    assert "pack/gone.py has no B101 any more" in fault


def test_a_secret_that_git_knows_is_found_unless_the_baseline_has_it(house: Path) -> None:
    (house / kept_secrets.BASELINE).write_text((ROOT / kept_secrets.BASELINE).read_text("utf-8"), encoding="utf-8")
    token = "110201543:" + "AB12" * 8 + "xyz"
    (house / "settings.txt").write_text(f"TELEGRAM_TOKEN={token}\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(house)], check=True)
    assert kept_secrets.faults(house) == []
    subprocess.run(["git", "-C", str(house), "add", "settings.txt"], check=True)
    faults = kept_secrets.faults(house)
    assert faults
    assert all(fault.startswith("settings.txt:1: looks like a secret") for fault in faults)
    assert token not in str(faults)


def test_without_a_checkout_it_says_what_is_missing(house: Path) -> None:
    (house / kept_secrets.BASELINE).write_text((ROOT / kept_secrets.BASELINE).read_text("utf-8"), encoding="utf-8")
    with pytest.raises(RuntimeError, match="needs git and a checkout"):
        kept_secrets.faults(house)


def _uv(house: Path, script: str) -> None:
    (house / published.UV).parent.mkdir(parents=True)
    (house / published.UV).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (house / published.UV).chmod(0o755)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'cause: dns error' >&2; exit 2", "cannot be reached"),
        ("echo 'error: unrecognized subcommand' >&2; exit 2", "no `audit`"),
    ],
)
def test_where_nobody_can_be_asked_it_says_so_in_a_line(house: Path, script: str, told: str) -> None:
    _uv(house, script)
    with pytest.raises(published.NotAsked, match=told) as told_:
        published.faults(house)
    assert "\n" not in str(told_.value)


def test_what_is_published_and_not_judged_is_told(house: Path) -> None:
    _uv(house, "echo 'old-thing 1.2.0 has CVE-2020-0001'; exit 1")
    assert "CVE-2020-0001" in published.faults(house)[0]


def test_without_uv_it_says_so(house: Path) -> None:
    with pytest.raises(published.NotAsked, match="make setup"):
        published.faults(house)
