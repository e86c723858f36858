"""What all of our own processes need."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.chat import QUIET
from tests.support.services.images import image

_KEPT = ("PATH", "HOME", "LANG")


@dataclass(frozen=True)
class House:
    """A folder for logs and data, one of secrets, and the ports by name."""

    folder: Path
    secrets: Path
    ports: Mapping[str, int]

    def url(self, name: str) -> str:
        """The address of a port on loopback."""
        return f"http://127.0.0.1:{self.ports[name]}"

    def log(self, name: str) -> Path:
        """Where a process writes what it says."""
        return self.folder / f"{name}.log"

    def place(self, name: str) -> Path:
        """Where the files of an image are, laid out the first time."""
        found = self.folder / "images" / name
        return found if found.exists() else image(name).lay_out(self.folder)

    def secret(self, name: str) -> str:
        """The secret in its file."""
        return (self.secrets / name).read_text(encoding="ascii").strip()

    def environment(self, *secrets: str, **more: str) -> dict[str, str]:
        """The environment of a process that is told ``secrets`` by their files, as in a container."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        files = {f"{name.upper()}_FILE": str(self.secrets / name) for name in secrets}
        return {**kept, **QUIET, "LOG_LEVEL": "INFO", "DATA_FOLDER": str(self.folder / "data"), **files, **more}
