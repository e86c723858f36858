"""The secrets of a deployment: made once, fitting each other, read by containers and by nobody else."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conversations.settings import Settings as Keys
from rasa_channel.settings import REDIS_URL
from scripts.chat import ROOT
from scripts.deployment_secrets import contents, main


def test_every_process_takes_what_is_made(tmp_path: Path) -> None:
    made = contents("postgres:5432", "redis:6379")
    assert Keys.from_environment(
        {
            "DATABASE_URL": made["database_url"],
            "CONVERSATIONS_KEY": made["conversations_key"],
            "CONVERSATIONS_SEARCH_KEY": made["conversations_search_key"],
            "PSEUDONYM_KEY": made["pseudonym_key"],
        }
    )
    assert made["postgres_password"] in made["database_url"]
    assert made["redis.conf"].removeprefix("requirepass ") in REDIS_URL.value({"REDIS_URL": made["redis_url"]})
    assert min(len(made[name]) for name in ("channel_secret", "console_secret")) >= 32


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "secrets"
    assert main([str(folder)]) == 0
    first = {path.name: path.read_text(encoding="ascii") for path in folder.iterdir()}
    assert "Put the bot's token" in capsys.readouterr().out
    assert main([str(folder)]) == 0
    assert {path.name: path.read_text(encoding="ascii") for path in folder.iterdir()} == first
    assert "nothing, all was there" in capsys.readouterr().out


def test_others_on_the_machine_stay_out_and_containers_read(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    main([str(folder)])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o444}


def test_a_password_is_never_made_anew_beside_the_address_that_holds_the_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(tmp_path)])
    (tmp_path / "postgres_password").unlink()
    assert main([str(tmp_path)]) == 1
    assert "database_url is there without its other half" in capsys.readouterr().err
    assert not (tmp_path / "postgres_password").exists()


def test_it_needs_nothing_installed(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", str(ROOT / "scripts" / "deployment_secrets.py"), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
