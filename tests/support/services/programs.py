"""The programs the topology needs that are no Python packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_PLACES = ("/usr/sbin", "/usr/local/sbin")
_PACKAGES = {"postgres": "postgresql", "redis-server": "redis-server", "nginx": "nginx-light"}


class ProgramMissing(RuntimeError):
    """A program is not installed; the message is one line that says how to install it."""


def program(name: str) -> str:
    """Where ``name`` is. Raises ProgramMissing."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = shutil.which(name) or next((f"{at}/{name}" for at in _PLACES if Path(at, name).is_file()), None)
    if found is None and not newest:
        package = _PACKAGES.get(name, "postgresql")
        raise ProgramMissing(f"{name} is not installed; apt-get install {package}")
    return found or str(newest[-1])


def check() -> None:
    """Raises ProgramMissing for the first that is not there."""
    for name in _PACKAGES:
        program(name)


if __name__ == "__main__":
    try:
        check()
    except ProgramMissing as error:
        sys.exit(str(error))
