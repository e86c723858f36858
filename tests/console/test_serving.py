"""What `make console` does: a new folder, a link for the first administrator, and a site behind it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from scripts.chat import ROOT
from tests.support.console_process import Browser, ConsoleProcess


def test_the_first_administrator_comes_in_by_the_printed_link_which_works_once(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with ConsoleProcess(folder) as console, Browser(console.url) as first, Browser(console.url) as late:
        assert f"The console is at {console.url}/" in console.said()
        assert "`make console-demo` makes some" in console.said()
        page = first.come_in(console.link())
        assert "Welcome, Administrator" in page
        assert "Nothing here. That is good news" in page
        assert "administrator@localhost" in first.see("/people/")
        assert late.client.get(console.link()).status_code == 410
    assert (folder / "console_secret").stat().st_mode & 0o077 == 0


def test_once_somebody_can_come_in_no_link_is_printed(tmp_path: Path) -> None:
    with ConsoleProcess(tmp_path) as console, Browser(console.url) as first:
        first.come_in(console.link())
    with ConsoleProcess(tmp_path) as again:
        assert "/welcome/" not in again.said()


def test_make_console_is_that_command() -> None:
    told = subprocess.run(["make", "-n", "console"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "-m console serve" in told
