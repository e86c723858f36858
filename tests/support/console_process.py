"""The moderators' site as a real process, and somebody who works with it as a browser does."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import httpx

from scripts.chat import ROOT, free_port

PASSWORD = "correct horse battery staple"
_PATIENCE, _LOOKS = 120.0, 5
_INHERITED = ("PATH", "HOME", "LANG")
_LINK = re.compile(r"http://\S+/welcome/\S+")
_PLACE = re.compile(r"/conversations/(\w+)/\?turn=(\d+)")
Found = TypeVar("Found")


def soon(look: Callable[[], Found], seconds: float) -> Found:
    """What ``look`` finds, as soon as it finds something; fails when it has found nothing after ``seconds``.

    On a machine so busy that a look takes that long, it looks a few times all the same.
    """
    deadline, looks = time.monotonic() + seconds, 0
    while not (found := look()):
        looks += 1
        assert looks < _LOOKS or time.monotonic() < deadline, f"not within {seconds:g} s"
        time.sleep(0.05)
    return found


class ConsoleProcess:
    """``python -m console serve`` on the data in ``folder``; it runs while the block does."""

    def __init__(self, folder: Path, **more: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.log, self.port = folder / "console.log", free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        kept = {name: value for name, value in os.environ.items() if name in _INHERITED}
        self.environment = {**kept, "DATA_FOLDER": str(folder), "CONSOLE_PORT": str(self.port), **more}
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ConsoleProcess:
        command = [sys.executable, "-W", "ignore", "-m", "console", "serve"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        soon(self._ready, _PATIENCE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait(20)

    def _ready(self) -> bool:
        assert self.process
        assert self.process.poll() is None, self.said()
        return "The console is at" in self.said()

    def said(self) -> str:
        """What it printed."""
        return self.log.read_text(encoding="utf-8")

    def link(self) -> str:
        """The one-time link for the first administrator."""
        found = _LINK.search(self.said())
        assert found, self.said()
        return found[0]


class Browser:
    """Somebody with cookies, who sends every form with its token."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, follow_redirects=True, timeout=30)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.client.close()

    def come_in(self, link: str) -> str:
        """Choose a password behind a one-time link; the page that comes."""
        self.see(link)
        return self.send(link, new_password1=PASSWORD, new_password2=PASSWORD)

    def see(self, place: str) -> str:
        """A page, as it reads."""
        answer = self.client.get(place)
        assert answer.status_code == 200, (place, answer.status_code)
        return html.unescape(answer.text)

    def send(self, place: str, **fields: str) -> str:
        """Send a form; the page that comes, or the file."""
        answer = self.client.post(place, data={**fields, "csrfmiddlewaretoken": self.client.cookies["console_csrf"]})
        assert answer.status_code == 200, (place, answer.status_code)
        return answer.text

    def turn(self, words: str) -> tuple[str, str] | None:
        """Conversation and id of the newest turn in whose row of the queue ``words`` stand."""
        rows = self.see("/?state=all&order=newest").split('<li class="row')[1:]
        found = next((row for row in rows if words in row), None)
        place = _PLACE.search(found) if found else None
        return (place[1], place[2]) if place else None
