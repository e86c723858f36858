"""A patch as a branch to review: made beside the working tree, which stays as it is."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path


class NoBranch(RuntimeError):
    """No branch could be made; the message is one line."""


_IDENTITY = {"GIT_AUTHOR_NAME": "Companion console", "GIT_AUTHOR_EMAIL": "console@localhost"}
_COMMITTER = {"GIT_COMMITTER_NAME": "Companion console", "GIT_COMMITTER_EMAIL": "console@localhost"}


def make_branch(root: Path, name: str, patch: str, message: str) -> None:
    """Commit ``patch`` onto HEAD as branch ``name``. Raises NoBranch."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **_IDENTITY, **_COMMITTER, "GIT_INDEX_FILE": str(Path(folder) / "index")}

        def git(*arguments: str, given: str = "") -> str:
            return _git(root, environment, arguments, given)

        git("read-tree", "HEAD")
        git("apply", "--cached", "-", given=patch)
        tree = git("write-tree")
        commit = git("commit-tree", tree, "-p", git("rev-parse", "HEAD"), "-m", message)
        git("branch", name, commit)


def _git(root: Path, environment: dict[str, str], arguments: tuple[str, ...], given: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, env=environment, input=given.encode(), capture_output=True, check=False)
    except OSError as error:
        raise NoBranch("git is not installed where the console runs; take the patch instead") from error
    if done.returncode:
        raise NoBranch(f"git {arguments[0]} said no; take the patch instead")
    return done.stdout.decode().strip()
