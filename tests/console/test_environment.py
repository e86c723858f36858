"""Settings: defaults that work, and one line for what does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.database import described
from console.environment import SETTINGS, Environment
from console.secret_key import kept_secret
from environment.setting import SettingError

ROOT = Path(__file__).parents[2]
WRONG = [
    ("DATABASE_URL", "mysql://x/y"),
    ("CONSOLE_HOST", "not a host"),
    ("CONSOLE_PORT", "0"),
    ("CONSOLE_PORT", "many"),
    ("CONSOLE_ORIGIN", "console.example.org"),
    ("CONSOLE_ORIGIN", "https://example.org/console"),
    ("CONSOLE_SECRET", "short"),
    ("CONSOLE_SESSION_HOURS", "1000"),
    ("CONSOLE_SECOND_FACTOR", "maybe"),
    ("RETENTION_TEXT_DAYS", "-1"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_malformed_setting_is_named_with_its_mend(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"^{name} [^\n]+$"):
        Environment.read({name: value})


def test_nothing_set_means_loopback_and_sqlite() -> None:
    read = Environment.read({})
    assert (read.console_host, read.origin, read.https) == ("127.0.0.1", "http://127.0.0.1:8090", False)
    assert read.database == "sqlite:///data/conversations.db"
    assert not read.second_factor_required


@pytest.mark.parametrize("given", [{"CONSOLE_HOST": "0.0.0.0"}, {"CONSOLE_ORIGIN": "https://console.example.org"}])
def test_beyond_loopback_the_second_factor_is_required(given: dict[str, str]) -> None:
    assert Environment.read(given).second_factor_required
    assert not Environment.read({**given, "CONSOLE_SECOND_FACTOR": "offered"}).second_factor_required


def test_an_address_over_tls_binds_cookies_to_it() -> None:
    read = Environment.read({"CONSOLE_ORIGIN": "https://console.example.org/"})
    assert (read.https, read.origin) == (True, "https://console.example.org")
    assert "console.example.org" in read.host_names


def test_a_postgresql_address_is_read_whatever_driver_it_names() -> None:
    found = described("postgresql+pg8000://me:p%40ss@db.example:5433/talk")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        *("me", "p@ss", "db.example"),
        *("5433", "talk"),
    )


def test_the_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "secret"
    assert kept_secret(path) == kept_secret(path)
    assert len(kept_secret(path)) == 64
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_command_tells_a_fault_in_one_line(tmp_path: Path) -> None:
    environment = {**os.environ, "CONSOLE_PORT": "x", "DATA_FOLDER": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "console", "serve"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, "console: CONSOLE_PORT must be a whole number from 1 to 65535\n")


def test_the_operators_guide_lists_every_setting() -> None:
    guide = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in guide] == []
