"""The images of ``deploy/images`` without their engine: the files each holds, and what it starts."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dockerfile_parse import DockerfileParser

from scripts.chat import ROOT

FOLDER = ROOT / "deploy" / "images"
_HIDDEN = shutil.ignore_patterns(".*")


@dataclass(frozen=True)
class Image:
    """``instructions`` are those of the last stage, as (name, value)."""

    name: str
    instructions: tuple[tuple[str, str], ...]

    @property
    def command(self) -> list[str]:
        """What is started, after ``python``."""
        (command,) = (json.loads(value) for name, value in self.instructions if name == "CMD")
        assert command[0] == "python"
        return [str(word) for word in command[1:]]

    def copied(self) -> list[tuple[str, str]]:
        """What is copied from the tree, as (from, to)."""
        copies = [value.split() for name, value in self.instructions if name == "COPY" and "--from" not in value]
        return [(each, words[-1]) for words in copies for each in words[:-1]]

    def lay_out(self, folder: Path) -> Path:
        """Copy its files below ``folder``, where the process then runs as it does in a container."""
        place = folder / "images" / self.name
        place.mkdir(parents=True, exist_ok=True)
        for source, to in self.copied():
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place / to, ignore=_HIDDEN, dirs_exist_ok=True)
            else:
                (place / to).mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / source, place / to)
        return place


@cache
def image(name: str) -> Image:
    """The image of that name."""
    parser = DockerfileParser(str(FOLDER / f"{name}.Dockerfile"), cache_content=True)
    steps = [(step["instruction"], step["value"]) for step in parser.structure if step["instruction"] != "COMMENT"]
    last = max(at for at, (name, _) in enumerate(steps) if name == "FROM")
    return Image(name, tuple(steps[last:]))
